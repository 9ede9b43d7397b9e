import { Failure } from '../core/failure.ts';
import type { Size } from '../core/formats/format.ts';
import type { ImageDescription } from '../core/formats/index.ts';
import { askUnseen } from '../platform/offscreen.ts';

export const SVG = 'image/svg+xml';

/** Bytes of an SVG that is drawn: what is larger holds pictures of its own, or is meant to keep somebody busy. */
const MOST = 16 * 1024 * 1024;

/** In pixels; of one that says neither size nor ratio 300 × 150 (CSS 2.2, 10.3.2). */
export function sizeOfSvg(described: Pick<ImageDescription, 'width' | 'height'> | undefined): Size {
  const { width, height } = described ?? {};
  return width && height ? { width, height } : { width: 300, height: 150 };
}

/**
 * An SVG drawn as PNG. A worker does not decode it: a document that nobody sees does.
 *
 * @param longest the longer side of what is drawn, in pixels
 * @throws Failure `image-undecodable`, `image-too-large`
 */
export async function rasterise(svg: Blob, { width, height }: Size, longest: number): Promise<Blob> {
  if (svg.size > MOST) throw new Failure('image-too-large');
  const scale = longest / Math.max(width, height);
  const sides = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
  const png = await askUnseen('rasterise', await toAddress(svg), ...sides);
  // A canvas that is too large, or was drawn nothing on, is `data:,`.
  if (!png.startsWith('data:image/png;')) throw new Failure('image-undecodable');
  const bytes = Uint8Array.from(atob(png.slice(png.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

function toAddress(svg: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(svg);
  });
}
