/**
 * Reading numbers and names out of bytes that nobody vouches for. Outside the bytes (also at a negative,
 * fractional or NaN position) the answer is `undefined`, or `NaN` from a cursor: nothing here throws.
 */

/** The big-endian unsigned integer of `length` bytes at `at`. Exact up to 2^53; a length of 0 reads as 0. */
export function uintBe(bytes: Uint8Array, at: number, length: number): number | undefined {
  let value = 0;
  for (let n = 0; n < length; n++) {
    const byte = bytes[at + n];
    if (byte === undefined) return undefined;
    value = value * 0x100 + byte;
  }
  return value;
}

/** The little-endian unsigned integer of `length` bytes at `at`. */
export function uintLe(bytes: Uint8Array, at: number, length: number): number | undefined {
  let value = 0;
  for (let n = length - 1; n >= 0; n--) {
    const byte = bytes[at + n];
    if (byte === undefined) return undefined;
    value = value * 0x100 + byte;
  }
  return value;
}

export const u16be = (bytes: Uint8Array, at: number) => uintBe(bytes, at, 2);
export const u32be = (bytes: Uint8Array, at: number) => uintBe(bytes, at, 4);
export const u16le = (bytes: Uint8Array, at: number) => uintLe(bytes, at, 2);
export const u24le = (bytes: Uint8Array, at: number) => uintLe(bytes, at, 3);
export const u32le = (bytes: Uint8Array, at: number) => uintLe(bytes, at, 4);

export function i32le(bytes: Uint8Array, at: number): number | undefined {
  const value = u32le(bytes, at);
  return value === undefined ? undefined : value | 0;
}

/** One character for each byte (Latin-1, so that no byte is refused). */
export function ascii(bytes: Uint8Array, at: number, length: number): string | undefined {
  let text = '';
  for (let n = 0; n < length; n++) {
    const byte = bytes[at + n];
    if (byte === undefined) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

export function hasAscii(bytes: Uint8Array, at: number, text: string): boolean {
  for (let n = 0; n < text.length; n++) if (bytes[at + n] !== text.charCodeAt(n)) return false;
  return true;
}

/** Where `text`, a few characters, next begins at or after `from`, or -1. */
export function indexOfAscii(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  let at = bytes.indexOf(first, from);
  while (at !== -1 && !hasAscii(bytes, at, text)) at = bytes.indexOf(first, at + 1);
  return at;
}

/** Takes the next `length` bytes as a big-endian unsigned integer; `NaN` when they are not all there. */
export type Cursor = (length: number) => number;

export function cursor(bytes: Uint8Array, start: number): Cursor {
  let at = start;
  return (length) => {
    const value = uintBe(bytes, at, length);
    at += length;
    return value ?? Number.NaN;
  };
}
