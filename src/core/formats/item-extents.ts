import { type Cursor, cursor } from './bytes.ts';
import type { Span } from './iso-boxes.ts';

/** How wide the fields of an item location box are, in bytes. */
interface Layout {
  version: number;
  offset: number;
  length: number;
  base: number;
  index: number;
}

function takeLayout(take: Cursor): Layout {
  const version = take(1);
  take(3);
  const widths = take(2);
  const nibble = (shift: number) => (widths >> shift) & 0xf;
  return { version, offset: nibble(12), length: nibble(8), base: nibble(4), index: version === 0 ? 0 : nibble(0) };
}

/** Takes one item. Only what lies in the file itself (construction method 0) can be cut off. */
function isItemWithin(take: Cursor, layout: Layout, fileLength: number): boolean {
  take(layout.version < 2 ? 2 : 4);
  const isInFile = layout.version === 0 || (take(2) & 0xf) === 0;
  take(2);
  const base = take(layout.base);
  const count = take(2);
  if (Number.isNaN(count)) return false;
  // Extents without a single byte to say where they are mean the whole file, and 65,535 of them would cost only time.
  if (layout.index + layout.offset + layout.length === 0) return true;
  for (let n = 0; n < count; n++) {
    take(layout.index);
    const end = base + take(layout.offset) + take(layout.length);
    if (Number.isNaN(end) || (isInFile && end > fileLength)) return false;
  }
  return true;
}

/**
 * Does every item that an item location box ("iloc") names end within the file? False too when the box itself cannot be
 * read to its end. ISO/IEC 14496-12, section 8.11.3
 */
export function areItemsWithin(bytes: Uint8Array, iloc: Span): boolean {
  const take = cursor(bytes.subarray(iloc.start, iloc.end), 0);
  const layout = takeLayout(take);
  const count = take(layout.version < 2 ? 2 : 4);
  for (let n = 0; n < count; n++) if (!isItemWithin(take, layout, bytes.length)) return false;
  return !Number.isNaN(count);
}
