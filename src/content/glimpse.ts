import { isVisible } from './dom.ts';
import { shownAddress } from './shown-address.ts';

/** What an element shows at one moment, as far as pages change that under a pointer. */
export interface Glimpse {
  /** Of an image, a poster; empty where there is none. */
  readonly address: string;
  /** Natural, in CSS pixels; 0 as long as it is not decoded. */
  readonly width: number;
  readonly visible: boolean;
  /** Computed values of its properties, and of its pseudo-elements', that can hold images. */
  readonly styles: readonly string[];
}

export function glimpse(element: Element): Glimpse {
  const styles = [undefined, '::before', '::after'].flatMap((pseudo) => {
    const { backgroundImage, content } = getComputedStyle(element, pseudo);
    return [content, backgroundImage];
  });
  const width = element instanceof HTMLImageElement && element.complete ? element.naturalWidth : 0;
  return { address: addressOf(element), width, visible: isVisible(element), styles };
}

function addressOf(element: Element): string {
  if (element instanceof HTMLImageElement) return shownAddress(element);
  if (element instanceof HTMLVideoElement) return element.poster;
  if (element instanceof HTMLInputElement) return element.src;
  return element instanceof SVGImageElement ? element.href.baseVal : '';
}
