/** Pixels, as a browser shows the picture: after its orientation is applied. Both sides are positive integers. */
export interface Size {
  width: number;
  height: number;
}

/** As the WHATWG's MIME Sniffing standard names them (section 6.1), and AVIF and SVG as IANA does. */
export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/bmp'
  | 'image/x-icon'
  | 'image/svg+xml';

/** Where a file speaks of itself, as it lies there: Exif from its byte-order mark on, XMP as text, Photoshop's resources. */
export type Metadata = Record<'exif' | 'xmp' | 'photoshop', Uint8Array[]>;

/**
 * What the bytes say about a picture before anyone decodes it. All functions take any bytes at all, never
 * throw, and need time linear in the length. `size`, `isWhole` and `metadata` mean something only where `matches` holds.
 */
export interface Format {
  mediaType: MediaType;
  /** Of a file's name, without the dot. */
  extension: string;
  matches(bytes: Uint8Array): boolean;
  size(bytes: Uint8Array): Size | undefined;
  /**
   * Is the picture there to its end? Sees what was cut off, not what was altered. Bytes after the end do no harm.
   * A format's own docstring says what it looks for.
   */
  isWhole(bytes: Uint8Array): boolean;
  /** Not there where nothing is known of any. */
  metadata?(bytes: Uint8Array): Metadata;
}

/** A size, unless a side is missing, zero or negative: such a picture is never shown. */
export function sizeOf(width: number | undefined, height: number | undefined): Size | undefined {
  if (width === undefined || height === undefined) return undefined;
  return width > 0 && height > 0 ? { width, height } : undefined;
}

export const area = (size: Size | undefined): number => (size ? size.width * size.height : 0);

export const swapSides = (size: Size): Size => ({ width: size.height, height: size.width });
