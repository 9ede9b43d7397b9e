import type { ImageFacts } from '../core/capture.ts';
import { rasterise, SVG } from './rasterise.ts';

/** Pixels of the longer side of a picture that has any size: what a screen shows. */
const LONGEST = 4_096;

/** Whether a destination takes an image as it is (`takes` of its meta). */
export function isTaken({ mediaType }: Pick<ImageFacts, 'mediaType'>, takes: readonly string[] | undefined): boolean {
  return !takes || takes.includes(mediaType);
}

/** An original as a destination takes it: itself, or a copy as PNG, in the same size. */
export async function asTaken(original: Blob, image: ImageFacts, takes: readonly string[] | undefined): Promise<Blob> {
  if (isTaken(image, takes)) return original;
  if (image.mediaType === SVG)
    return rasterise(original, image, Math.min(LONGEST, Math.max(image.width, image.height)));
  const bitmap = await createImageBitmap(original);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
