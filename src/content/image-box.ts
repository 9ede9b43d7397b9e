import type { Rect } from '../core/rect.ts';
import { fitted, type Size } from './fitted.ts';
import { contentBox } from './inner-box.ts';

export interface ImageBox {
  /** Where the whole image would be, were nothing of it cut off. */
  readonly image: Rect;
  /** What of the page its element gives it. */
  readonly frame: Rect;
  /** Whether `image` is known and nothing of the element's own is drawn over it; otherwise it stands for the element. */
  readonly exact: boolean;
}

/** Where an element draws its image (CSS Images 3, 5.5), for elements that are not rotated. In CSS pixels of the frame's viewport. */
export function imageBox(element: Element): ImageBox {
  const style = getComputedStyle(element);
  const box = contentBox(element, style);
  const natural = naturalSize(element);
  if (!natural || !(natural.width > 0 && natural.height > 0)) return { image: box, frame: box, exact: false };
  const { objectFit: size, objectPosition: position } = style;
  return { image: fitted({ box, natural, size, position }), frame: box, exact: true };
}

/** Of what an element draws by itself; nothing for what only styles draw, or nothing does yet. */
export function naturalSize(element: Element): Size | undefined {
  if (element instanceof HTMLImageElement) return { width: element.naturalWidth, height: element.naturalHeight };
  if (element instanceof HTMLCanvasElement) return { width: element.width, height: element.height };
  const shows = element instanceof HTMLVideoElement && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  return shows ? { width: element.videoWidth, height: element.videoHeight } : undefined;
}
