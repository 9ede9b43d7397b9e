import { ascii, cursor, hasAscii, indexOfAscii, u32be } from './bytes.ts';
import { area, type Format, type Metadata, type Size, sizeOf, swapSides } from './format.ts';
import { type Box, boxes, findBox, type Span } from './iso-boxes.ts';
import { areItemsWithin } from './item-extents.ts';

/** An association has at most 15 bits for a property's number (ISO/IEC 23008-12, section 9.3). */
const MOST_PROPERTIES = 0x7fff;
/** The boxes without which there is no picture, or no sequence. */
const NEEDED = new Set(['meta', 'moov', 'mdat']);
/** Version and flags at the head of a full box. */
const FULL_BOX = 4;

const all = (bytes: Uint8Array): Span => ({ start: 0, end: bytes.length });

/** The file type box names `avif` or, of a sequence, `avis` among its brands (AVIF 1.2, section 6). */
function matches(bytes: Uint8Array): boolean {
  if (!hasAscii(bytes, 4, 'ftyp')) return false;
  const end = Math.min(u32be(bytes, 0) ?? 0, bytes.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    const brand = ascii(bytes, at, 4);
    // Behind the major brand lies a version number, then the compatible brands.
    if (at !== 12 && (brand === 'avif' || brand === 'avis')) return true;
  }
  return false;
}

function metaOf(bytes: Uint8Array): Span | undefined {
  const meta = findBox(bytes, all(bytes), 'meta');
  return meta && { start: meta.start + FULL_BOX, end: Math.min(meta.end, bytes.length) };
}

/** The item to show (ISO/IEC 14496-12, section 8.11.4). */
function primaryItem(bytes: Uint8Array, meta: Span): number | undefined {
  const pitm = findBox(bytes, meta, 'pitm');
  if (pitm === undefined) return undefined;
  const take = cursor(bytes, pitm.start);
  const version = take(1);
  take(3);
  return take(version === 0 ? 2 : 4);
}

/** The 1-based numbers of an item's properties (ISO/IEC 23008-12, section 9.3); empty when it has none. */
function propertyNumbers(bytes: Uint8Array, ipma: Span, item: number): number[] {
  const take = cursor(bytes.subarray(ipma.start, ipma.end), 0);
  const version = take(1);
  const isWide = (take(3) & 1) === 1;
  const takeNumber = () => (isWide ? take(2) & 0x7fff : take(1) & 0x7f);
  const entries = take(4);
  for (let n = 0; n < entries; n++) {
    const id = take(version === 0 ? 2 : 4);
    const count = take(1);
    if (Number.isNaN(count)) return [];
    const numbers = Array.from({ length: count }, takeNumber);
    if (id === item) return numbers;
  }
  return [];
}

function propertiesIn(bytes: Uint8Array, iprp: Span | undefined): Box[] {
  const ipco = findBox(bytes, iprp, 'ipco');
  const found: Box[] = [];
  if (ipco === undefined) return found;
  for (const box of boxes(bytes, ipco)) if (found.push(box) === MOST_PROPERTIES) break;
  return found;
}

/** The primary item's properties; when those have no size, every size in the file. */
function shownProperties(bytes: Uint8Array): Box[] {
  const meta = metaOf(bytes);
  const iprp = findBox(bytes, meta, 'iprp');
  const properties = propertiesIn(bytes, iprp);
  const ipma = findBox(bytes, iprp, 'ipma');
  const item = meta && primaryItem(bytes, meta);
  const numbers = new Set(ipma && item !== undefined ? propertyNumbers(bytes, ipma, item) : []);
  const own = properties.filter((_, index) => numbers.has(index + 1));
  return own.some(({ type }) => type === 'ispe') ? own : properties.filter(({ type }) => type === 'ispe');
}

/**
 * "ispe" (ISO/IEC 23008-12, section 6.5.3), the largest of them, turned by "irot" (6.5.10). A crop ("clap") is
 * left out: Firefox 153 refuses such a file, Chromium 156 crops only what begins in the corner. Undefined for a
 * sequence without a still picture.
 */
function size(bytes: Uint8Array): Size | undefined {
  const properties = shownProperties(bytes);
  let largest: Size | undefined;
  for (const { type, start } of properties) {
    if (type !== 'ispe') continue;
    const next = sizeOf(u32be(bytes, start + FULL_BOX), u32be(bytes, start + FULL_BOX + 4));
    if (area(next) > area(largest)) largest = next;
  }
  const isTurned = properties.some(({ type, start }) => type === 'irot' && ((bytes[start] ?? 0) & 1) === 1);
  return largest && isTurned ? swapSides(largest) : largest;
}

/** Whole: index and media data end within the file, and so does every item that the index places. */
function isWhole(bytes: Uint8Array): boolean {
  const types = new Set<string>();
  for (const { type, end } of boxes(bytes, all(bytes))) {
    // What else runs past the end may be no box at all, but stray bytes.
    if (!NEEDED.has(type)) continue;
    if (end > bytes.length) return false;
    types.add(type);
  }
  const iloc = findBox(bytes, metaOf(bytes), 'iloc');
  return types.has('mdat') && (iloc ? areItemsWithin(bytes, iloc) : types.has('moov'));
}

/** The bytes of a file in which XMP is looked for. */
const SEARCHED = 8 * 1024 * 1024;

/** XMP is an item of plain text (ISO 16684-3, 1.1.4): to look for its first tag finds it without the index of items. */
function metadata(bytes: Uint8Array): Metadata {
  const searched = bytes.subarray(0, SEARCHED);
  const start = indexOfAscii(searched, '<x:xmpmeta', 0);
  return { exif: [], xmp: start === -1 ? [] : [searched.subarray(start)], photoshop: [] };
}

export const avif: Format = { mediaType: 'image/avif', extension: 'avif', matches, size, isWhole, metadata };
