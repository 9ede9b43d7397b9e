import type { Rect } from '../core/rect.ts';

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
  const frame = contentBox(element, style);
  const natural = naturalSize(element);
  const image = natural && drawnBox(natural, frame, style);
  return image ? { image, frame, exact: true } : { image: frame, frame, exact: false };
}

function naturalSize(element: Element): { width: number; height: number } | undefined {
  if (element instanceof HTMLImageElement) return { width: element.naturalWidth, height: element.naturalHeight };
  if (element instanceof HTMLCanvasElement) return { width: element.width, height: element.height };
  const shows = element instanceof HTMLVideoElement && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  return shows ? { width: element.videoWidth, height: element.videoHeight } : undefined;
}

/** Borders and paddings are in the element's own pixels, which a transform may scale. */
function contentBox(element: Element, style: CSSStyleDeclaration): Rect {
  const box = element.getBoundingClientRect();
  const own = element instanceof HTMLElement ? element.offsetWidth : box.width;
  const scale = own > 0 ? box.width / own : 1;
  const pixels = (property: string) => parseFloat(style.getPropertyValue(property)) || 0;
  const inset = (side: string) => scale * (pixels(`padding-${side}`) + pixels(`border-${side}-width`));
  const [left, top] = [inset('left'), inset('top')];
  const [width, height] = [box.width - left - inset('right'), box.height - top - inset('bottom')];
  return { x: box.x + left, y: box.y + top, width: Math.max(0, width), height: Math.max(0, height) };
}

function drawnBox(
  natural: { width: number; height: number },
  frame: Rect,
  style: CSSStyleDeclaration,
): Rect | undefined {
  const across = frame.width / natural.width;
  const down = frame.height / natural.height;
  const scales: Readonly<Record<string, readonly [number, number]>> = {
    fill: [across, down],
    contain: [Math.min(across, down), Math.min(across, down)],
    cover: [Math.max(across, down), Math.max(across, down)],
    none: [1, 1],
    'scale-down': [Math.min(1, across, down), Math.min(1, across, down)],
  };
  const scale = scales[style.objectFit];
  const [left, top] = style.objectPosition.split(' ');
  if (!scale || !Number.isFinite(across + down)) return undefined;
  const width = natural.width * scale[0];
  const height = natural.height * scale[1];
  const x = offset(left, frame.width - width);
  const y = offset(top, frame.height - height);
  return x === undefined || y === undefined ? undefined : { x: frame.x + x, y: frame.y + y, width, height };
}

/** A computed `object-position` is a percentage of the room that is left, or pixels; `calc()` is not looked into. */
function offset(position: string | undefined, room: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(%|px)$/.exec(position ?? '') ?? [];
  if (number === undefined) return undefined;
  return unit === '%' ? (room * Number(number)) / 100 : Number(number);
}
