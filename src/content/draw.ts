import { LIMITS } from '../core/limits.ts';
import type { Subject } from '../protocol.ts';
import { type Drawable, isDrawable, isNoisy, newCanvas, readPixels } from './canvas.ts';
import { isHidden } from './dom.ts';
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
  assertSomething(canvas);
  return canvas.convertToBlob();
}

/** A canvas that WebGL draws is empty between two frames, unless its page asked otherwise: after the page's own callback it is not. */
function nextFrame(): Promise<unknown> {
  return isHidden() ? Promise.resolve() : new Promise(requestAnimationFrame);
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
function assertSomething(canvas: OffscreenCanvas): void {
  const { data } = readPixels(canvas, Math.min(canvas.width, 64), Math.min(canvas.height, 64));
  if (!data.some((value) => value !== 0)) throw new PageFailure('image-unreachable');
}
