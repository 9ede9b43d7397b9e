import type { SweepItem } from '../../protocol.ts';
import { type Drawable, isDrawable } from '../canvas.ts';
import { elementOf } from '../elements.ts';
import { element } from '../ours.ts';
import { stillShown } from '../still-shown.ts';

/**
 * Pixels of an image that is drawn on a canvas: that decodes on the page's own thread (1 megapixel: about 10 ms). What is larger is shown
 * by its address, which the browser decodes elsewhere.
 */
const DRAWN_AT_MOST = 1_500_000;

/** Puts the picture of an image into its box, as large as the box is. */
export function showPicture(box: HTMLElement, item: SweepItem, scale: number): void {
  const source = sourceOf(item);
  const size = source && naturalSize(source);
  const isLarge = size && size.width * size.height > DRAWN_AT_MOST && item.url !== '';
  if (source && size && !isLarge) box.replaceChildren(draw(source, size, fitted(box, size, scale)));
  else if (item.url !== '') showByAddress(box, item);
  else box.replaceChildren(describe(item));
}

/** The element as the page shows it now, also where its pixels may not be read. */
function sourceOf({ key, url }: SweepItem): Drawable | undefined {
  const shown = url === '' ? elementOf(key) : stillShown({ key, url });
  return shown && isDrawable(shown) && naturalSize(shown) ? shown : undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function naturalSize(source: Drawable): Size | undefined {
  const [width, height] =
    source instanceof HTMLImageElement
      ? [source.naturalWidth, source.naturalHeight]
      : source instanceof HTMLVideoElement
        ? [source.videoWidth, source.videoHeight]
        : [source.width, source.height];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** Device pixels that it takes in its box, whole. */
function fitted(box: HTMLElement, { width, height }: Size, scale: number): Size {
  const room = { width: box.clientWidth * scale, height: box.clientHeight * scale };
  const share = Math.min(room.width / width, room.height / height, 1);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

function draw(source: Drawable, natural: Size, size: Size): HTMLElement {
  const canvas = element('canvas', '');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = natural.width > 2 * size.width ? 'medium' : 'low';
  context?.drawImage(source, 0, 0, size.width, size.height);
  return canvas;
}

function showByAddress(box: HTMLElement, item: SweepItem): void {
  const image = element('img', '');
  image.alt = '';
  image.decoding = 'async';
  if (item.referrerPolicy) image.referrerPolicy = item.referrerPolicy;
  image.onerror = () => box.replaceChildren(describe(item));
  image.src = item.url;
  box.replaceChildren(image);
}

/** What stands where a picture cannot be shown. */
function describe({ name, host }: SweepItem): HTMLElement {
  const text = element('div', 'unseen');
  text.append(element('span', 'unseen-name', name), element('span', 'unseen-host', host));
  return text;
}
