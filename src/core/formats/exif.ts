import { hasAscii, uintBe, uintLe } from './bytes.ts';
import { type Size, swapSides } from './format.ts';

/** How rows lie: 1 upright, 2 to 4 mirrored or turned by 180°, 5 to 8 with sides swapped (TIFF 6.0, section 8). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const ASCII = 2;
const SHORT = 3;
const ENTRY_LENGTH = 12;

const isOrientation = (value: number | undefined): value is Orientation =>
  value !== undefined && value >= 1 && value <= 8;

/**
 * The orientation in Exif's first directory; 1 when there is none or it is not valid. `tiff` begins at the
 * byte-order mark. TIFF 6.0, section 2 (header and directory) and 8 (the tag). Seen in Chromium 156 and Firefox
 * 153: a type other than SHORT or a count other than 1 is ignored, the first of two tags wins, a directory may
 * run past the end.
 */
export function orientationOf(tiff: Uint8Array): Orientation {
  for (const { tag, type, count, read, at } of entries(tiff)) {
    if (tag !== ORIENTATION_TAG) continue;
    const value = read(tiff, at, 2);
    return type === SHORT && count === 1 && isOrientation(value) ? value : 1;
  }
  return 1;
}

/** A value of the first directory; four bytes or fewer lie at `at` themselves, more at the offset that stands there. */
interface Entry {
  tag: number | undefined;
  type: number | undefined;
  count: number | undefined;
  at: number;
  read: typeof uintBe;
}

function* entries(tiff: Uint8Array): Generator<Entry> {
  const read = hasAscii(tiff, 0, 'II') ? uintLe : hasAscii(tiff, 0, 'MM') ? uintBe : undefined;
  if (read?.(tiff, 2, 2) !== 42) return;
  const directory = read(tiff, 4, 4) ?? tiff.length;
  const count = read(tiff, directory, 2) ?? 0;
  for (let n = 0; n < count; n++) {
    const entry = directory + 2 + n * ENTRY_LENGTH;
    const [tag, type] = [read(tiff, entry, 2), read(tiff, entry + 2, 2)];
    yield { tag, type, count: read(tiff, entry + 4, 4), at: entry + 8, read };
  }
}

/** The first directory's text of this tag, as bytes with the NULs that end its parts; empty where there is none. */
export function exifText(tiff: Uint8Array, wanted: number): Uint8Array {
  for (const { tag, type, count = 0, read, at } of entries(tiff)) {
    if (tag !== wanted || type !== ASCII) continue;
    const start = count > 4 ? (read(tiff, at, 4) ?? tiff.length) : at;
    return tiff.subarray(start, start + count);
  }
  return new Uint8Array();
}

/** The size that is shown, for the size that is stored. */
export const orient = (stored: Size, orientation: Orientation): Size => (orientation >= 5 ? swapSides(stored) : stored);
