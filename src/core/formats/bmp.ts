import { hasAscii, i32le, u16le, u32le } from './bytes.ts';
import { type Format, type Size, sizeOf } from './format.ts';

/** The file header; the bitmap's own header follows, its length first. */
const FILE_HEADER = 14;
const CORE_HEADER = 12;
/**
 * Every header that was ever defined: OS/2 1 and 2, then Windows' BITMAPINFOHEADER and what grew from it
 * (wingdi.h).
 */
const HEADER_LENGTHS = new Set([CORE_HEADER, 16, 40, 52, 56, 64, 108, 124]);

interface Header {
  length: number;
  width: number;
  /** Negative when the first row is the upper one. */
  height: number;
  bitsPerPixel: number;
  compression: number;
  /** Bytes of compressed pixels; 0 where that is not said. */
  dataLength: number;
}

function coreHeader(bytes: Uint8Array): Header {
  return {
    length: CORE_HEADER,
    width: u16le(bytes, FILE_HEADER + 4) ?? 0,
    height: u16le(bytes, FILE_HEADER + 6) ?? 0,
    bitsPerPixel: u16le(bytes, FILE_HEADER + 10) ?? 0,
    compression: 0,
    dataLength: 0,
  };
}

function infoHeader(bytes: Uint8Array, length: number): Header {
  const isShort = length < 40;
  return {
    length,
    width: i32le(bytes, FILE_HEADER + 4) ?? 0,
    height: i32le(bytes, FILE_HEADER + 8) ?? 0,
    bitsPerPixel: u16le(bytes, FILE_HEADER + 14) ?? 0,
    compression: isShort ? 0 : (u32le(bytes, FILE_HEADER + 16) ?? 0),
    dataLength: isShort ? 0 : (u32le(bytes, FILE_HEADER + 20) ?? 0),
  };
}

function headerOf(bytes: Uint8Array): Header | undefined {
  const length = u32le(bytes, FILE_HEADER);
  if (length === undefined || !HEADER_LENGTHS.has(length)) return undefined;
  return length === CORE_HEADER ? coreHeader(bytes) : infoHeader(bytes, length);
}

function size(bytes: Uint8Array): Size | undefined {
  const header = headerOf(bytes);
  return header && sizeOf(header.width, Math.abs(header.height));
}

/** BI_RGB, BI_BITFIELDS, BI_ALPHABITFIELDS: rows as they are. The others are run lengths, or a JPEG or PNG. */
const hasPlainRows = ({ compression }: Header) => compression === 0 || compression === 3 || compression === 6;

/** Bytes of pixels. A row is padded to 32 bits: Microsoft, BITMAPINFOHEADER, "Calculating Surface Stride". */
function pixelsLength(header: Header): number {
  if (!hasPlainRows(header)) return header.dataLength;
  const row = Math.ceil((header.width * header.bitsPerPixel) / 32) * 4;
  return row * Math.abs(header.height);
}

/** Whole: as many bytes of pixels as the header announces; where it leaves that out, as long as the file says it is. */
function isWhole(bytes: Uint8Array): boolean {
  const header = headerOf(bytes);
  if (header === undefined || size(bytes) === undefined) return false;
  const length = pixelsLength(header);
  if (length === 0) return (u32le(bytes, 2) || Number.POSITIVE_INFINITY) <= bytes.length;
  const start = Math.max(u32le(bytes, 10) ?? 0, FILE_HEADER + header.length);
  return start + length <= bytes.length;
}

export const bmp: Format = {
  mediaType: 'image/bmp',
  extension: 'bmp',
  // Two letters alone would take many a text for a bitmap.
  matches: (bytes) => hasAscii(bytes, 0, 'BM') && headerOf(bytes) !== undefined,
  size,
  isWhole,
};
