import { PageFailure } from './serve.ts';

/** A canvas with what an element shows on it, as large as asked. */
export type Drawable = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement;

export function isDrawable(element: Element): element is Drawable {
  return [HTMLImageElement, HTMLCanvasElement, HTMLVideoElement].some((kind) => element instanceof kind);
}

/** @throws PageFailure, or a `DOMException` where the pixels may not be read */
export function readPixels(source: CanvasImageSource, width: number, height: number): ImageData {
  const { context } = newCanvas(width, height);
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

export function newCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new PageFailure('image-unreachable');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

/** Pixels a side that tell noise; it changes some in a hundred. */
const PROBE = 32;

let noisy: boolean | undefined;

/** Whether the browser gives noise instead of pixels (`privacy.resistFingerprinting`): what is drawn comes back as something else. */
export function isNoisy(): boolean {
  noisy ??= comesBackOtherwise();
  return noisy;
}

function comesBackOtherwise(): boolean {
  const { context } = newCanvas(PROBE, PROBE);
  const drawn = context.createImageData(PROBE, PROBE);
  drawn.data.forEach((_, at) => {
    drawn.data[at] = at % 4 === 3 ? 255 : (at * 37) % 256;
  });
  context.putImageData(drawn, 0, 0);
  const { data } = context.getImageData(0, 0, PROBE, PROBE);
  return data.some((value, at) => value !== drawn.data[at]);
}
