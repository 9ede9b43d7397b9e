import { attribute } from '../dom.ts';
import { shownAddress } from '../shown-address.ts';

/** What may show an image, told without asking for styles: pictures, and backgrounds that stand in the element itself. */
export function mayShow(element: Element): boolean {
  const isPicture = element instanceof HTMLImageElement || element instanceof SVGImageElement || isImageInput(element);
  return isPicture || /url\(/i.test(attribute(element, 'style'));
}

function isImageInput(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'image';
}

/** The address of what an element shows now; empty where it shows nothing. */
export function addressShown(element: Element): string {
  if (element instanceof HTMLImageElement) return shownAddress(element);
  if (element instanceof SVGImageElement) return absolute(element.href.baseVal);
  if (isImageInput(element)) return element.src;
  const style = element instanceof HTMLElement ? element.style.backgroundImage : '';
  return absolute(/url\((["']?)(.*?)\1\)/i.exec(style)?.[2] ?? '');
}

function absolute(url: string): string {
  return url !== '' && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : '';
}
