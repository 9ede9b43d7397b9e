import { ascii, hasAscii, u16le, u24le, u32le } from './bytes.ts';
import { type Format, type Metadata, type Size, sizeOf } from './format.ts';
import type { Span } from './iso-boxes.ts';

/** RIFF's name and length, then the form type "WEBP" (RFC 9649, section 2.4). */
const HEADER_LENGTH = 12;
/** Where the first chunk's data begin. */
const FIRST_DATA = HEADER_LENGTH + 8;
const DIMENSION_BITS = 0x3fff;

/**
 * A VP8 key frame: three bytes of tag, a start code, then two sides of 14 bits with a scale above them (RFC
 * 6386, section 9.1).
 */
function lossySize(bytes: Uint8Array): Size | undefined {
  if (!hasAscii(bytes, FIRST_DATA + 3, '\x9d\x01\x2a')) return undefined;
  const width = (u16le(bytes, FIRST_DATA + 6) ?? 0) & DIMENSION_BITS;
  const height = (u16le(bytes, FIRST_DATA + 8) ?? 0) & DIMENSION_BITS;
  return sizeOf(width, height);
}

/** A signature byte, then both sides less one, of 14 bits each (RFC 9649, section 3.4). */
function losslessSize(bytes: Uint8Array): Size | undefined {
  const bits = u32le(bytes, FIRST_DATA + 1);
  if (bytes[FIRST_DATA] !== 0x2f || bits === undefined) return undefined;
  return { width: (bits & DIMENSION_BITS) + 1, height: ((bits >>> 14) & DIMENSION_BITS) + 1 };
}

/** The canvas: both sides less one, of 24 bits each (RFC 9649, section 2.7). */
function extendedSize(bytes: Uint8Array): Size | undefined {
  const width = u24le(bytes, FIRST_DATA + 4);
  const height = u24le(bytes, FIRST_DATA + 7);
  return width === undefined || height === undefined ? undefined : { width: width + 1, height: height + 1 };
}

/** The size by the first chunk. An orientation in an EXIF chunk is not applied by Chromium 156 or Firefox 153. */
function size(bytes: Uint8Array): Size | undefined {
  const type = ascii(bytes, HEADER_LENGTH, 4);
  if (type === 'VP8 ') return lossySize(bytes);
  if (type === 'VP8L') return losslessSize(bytes);
  return type === 'VP8X' ? extendedSize(bytes) : undefined;
}

const isPicture = (type: string) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF';

/** The chunks that begin in front of `end`, of which one may run past it. Odd lengths are padded (RFC 9649, section 2.3). */
function* chunks(bytes: Uint8Array, end: number): Generator<Span & { type: string }> {
  for (let at = HEADER_LENGTH; at < end; ) {
    const type = ascii(bytes, at, 4);
    const length = u32le(bytes, at + 4);
    if (type === undefined || length === undefined) return;
    yield { type, start: at + 8, end: at + 8 + length };
    at += 8 + length + (length % 2);
  }
}

/** Does a chunk with a picture lie wholly in front of `end`? */
function hasPicture(bytes: Uint8Array, end: number): boolean {
  for (const chunk of chunks(bytes, end)) if (isPicture(chunk.type)) return chunk.end <= end;
  return false;
}

/** Whole: all that RIFF's length announces is there, and a picture is in it. */
function isWhole(bytes: Uint8Array): boolean {
  const end = 8 + (u32le(bytes, 4) ?? Number.POSITIVE_INFINITY);
  return end <= bytes.length && hasPicture(bytes, end);
}

/** The EXIF and XMP chunks (RFC 9649, section 2.7.1.5); some encoders begin the first as a JPEG does. */
function metadata(bytes: Uint8Array): Metadata {
  const found: Metadata = { exif: [], xmp: [], photoshop: [] };
  for (const { type, start, end } of chunks(bytes, bytes.length)) {
    const data = bytes.subarray(start, end);
    if (type === 'EXIF') found.exif.push(hasAscii(data, 0, 'Exif\0\0') ? data.subarray(6) : data);
    if (type === 'XMP ') found.xmp.push(data);
  }
  return found;
}

export const webp: Format = {
  mediaType: 'image/webp',
  extension: 'webp',
  matches: (bytes) => hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP'),
  size,
  isWhole,
  metadata,
};
