import { LIMITS } from '../core/limits.ts';
import type { Subject } from '../protocol.ts';
import { type Drawable, isDrawable, isNoisy, newCanvas } from './canvas.ts';
import { PageFailure } from './serve.ts';
import { stillShown } from './still-shown.ts';

/**
 * What an element shows, drawn anew and encoded as PNG (way d).
 *
 * @throws PageFailure where its pixels may not be read, or are noise
 */
export async function drawPixels(subject: Subject): Promise<Blob> {
  const element = stillShown(subject);
  if (!element || !isDrawable(element) || isNoisy()) throw new PageFailure('image-unreachable');
  if (element instanceof HTMLCanvasElement) await nextFrame();
  const { width, height, source } = await sourceOf(element);
  if (width * height > LIMITS.imagePixels) throw new PageFailure('image-too-many-pixels');
  const { canvas, context } = newCanvas(width, height);
  context.drawImage(source, 0, 0, width, height);
  if (source instanceof ImageBitmap) source.close();
  assertSomething(context, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PageFailure('image-unreachable')))),
  );
}

/** A canvas that WebGL draws is empty between two frames, unless its page asked otherwise: after the page's own callback it is not. */
function nextFrame(): Promise<unknown> {
  return document.hidden ? Promise.resolve() : new Promise(requestAnimationFrame);
}

interface Source {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

async function sourceOf(element: Drawable): Promise<Source> {
  if (element instanceof HTMLCanvasElement) return { source: element, width: element.width, height: element.height };
  if (element instanceof HTMLVideoElement)
    return { source: element, width: element.videoWidth, height: element.videoHeight };
  // Natural sizes are divided by a density (HARD-CASES.md, 9); a bitmap has all its pixels. What has none of its own (SVG) has no bitmap.
  const bitmap = await createImageBitmap(element).catch(() => undefined);
  const { naturalWidth, naturalHeight } = element;
  return bitmap && bitmap.width >= naturalWidth
    ? { source: bitmap, width: bitmap.width, height: bitmap.height }
    : { source: element, width: naturalWidth, height: naturalHeight };
}

/** Nothing but transparency is no picture: a canvas that was let go of, a video without a frame. @throws also where pixels are locked */
function assertSomething(context: CanvasRenderingContext2D, width: number, height: number): void {
  const small = newCanvas(Math.min(width, 64), Math.min(height, 64));
  small.context.drawImage(context.canvas, 0, 0, small.canvas.width, small.canvas.height);
  const { data } = small.context.getImageData(0, 0, small.canvas.width, small.canvas.height);
  if (!data.some((value) => value !== 0)) throw new PageFailure('image-unreachable');
}
