import { avif } from './avif.ts';
import { bmp } from './bmp.ts';
import type { Format, Metadata } from './format.ts';
import { gif } from './gif.ts';
import { ico } from './ico.ts';
import { jpeg } from './jpeg.ts';
import { png } from './png.ts';
import { svg } from './svg.ts';
import { webp } from './webp.ts';

/** In the order of asking. No two match the same bytes; text, the slowest to tell, comes last. */
export const formats: readonly Format[] = [jpeg, png, gif, webp, avif, bmp, ico, svg];

export interface ImageDescription {
  format: Format;
  /** Pixels as a browser shows them, orientation applied; undefined where the bytes do not say (an SVG may not). */
  width: number | undefined;
  height: number | undefined;
  /** Nothing of it was cut off. */
  whole: boolean;
}

/**
 * What the bytes say they are, whatever their address or `Content-Type` says (HARD-CASES.md, 17 and 18).
 * Undefined when they are no image that we know. Never throws; linear in the length. It does not decode: the
 * whole of a picture can still be damaged.
 */
export function describeImage(bytes: Uint8Array): ImageDescription | undefined {
  const format = formats.find(({ matches }) => matches(bytes));
  if (format === undefined) return undefined;
  const size = format.size(bytes);
  return { format, width: size?.width, height: size?.height, whole: format.isWhole(bytes) };
}

/** Where the bytes speak of themselves; empty lists where they do not. Never throws; linear in the length. */
export function metadataOf(bytes: Uint8Array): Metadata {
  const format = formats.find(({ matches }) => matches(bytes));
  return format?.metadata?.(bytes) ?? { exif: [], xmp: [], photoshop: [] };
}
