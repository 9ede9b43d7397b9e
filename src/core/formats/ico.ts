import { hasAscii, u16le, u32le } from './bytes.ts';
import { area, type Format, type Size } from './format.ts';
import { png } from './png.ts';

// The directory and its entries: Microsoft, "Icons" (J. Hornick, 1995), "Icon resources".
const DIRECTORY_HEADER = 6;
const ENTRY_LENGTH = 16;

/** One picture of the icon: what the directory says, and where its bytes are. */
interface Entry {
  size: Size;
  start: number;
  end: number;
}

/** A side is one byte, and 0 stands for 256. */
const side = (byte: number | undefined) => byte || 256;

function* entries(bytes: Uint8Array): Generator<Entry> {
  const count = u16le(bytes, 4) ?? 0;
  for (let n = 0; n < count; n++) {
    const at = DIRECTORY_HEADER + n * ENTRY_LENGTH;
    const length = u32le(bytes, at + 8);
    const start = u32le(bytes, at + 12);
    if (length === undefined || start === undefined) return;
    yield { size: { width: side(bytes[at]), height: side(bytes[at + 1]) }, start, end: start + length };
  }
}

/** A PNG inside can be larger than a directory can say. */
function shownSize(bytes: Uint8Array, { size: said, start }: Entry): Size {
  // IHDR ends at byte 33: a hostile icon cannot make us walk the same chunks 65,535 times.
  const head = bytes.subarray(start, start + 33);
  return (png.matches(head) ? png.size(head) : undefined) ?? said;
}

/**
 * The largest picture's. Chromium 156 shows that one; Firefox 153 the largest of those with the most bits per pixel.
 */
function size(bytes: Uint8Array): Size | undefined {
  let largest: Size | undefined;
  for (const entry of entries(bytes)) {
    const next = shownSize(bytes, entry);
    if (area(next) > area(largest)) largest = next;
  }
  return largest;
}

/** Whole: every picture that the directory announces lies within bounds. */
function isWhole(bytes: Uint8Array): boolean {
  let seen = 0;
  for (const { start, end } of entries(bytes)) {
    if (start >= end || end > bytes.length) return false;
    seen++;
  }
  return seen > 0 && seen === u16le(bytes, 4);
}

/** The signature is little more than zeros, so the first picture must also lie behind the directory. */
function matches(bytes: Uint8Array): boolean {
  const count = u16le(bytes, 4) ?? 0;
  const first = u32le(bytes, DIRECTORY_HEADER + 12) ?? 0;
  return hasAscii(bytes, 0, '\0\0\x01\0') && count > 0 && first >= DIRECTORY_HEADER + count * ENTRY_LENGTH;
}

export const ico: Format = { mediaType: 'image/x-icon', extension: 'ico', matches, size, isWhole };
