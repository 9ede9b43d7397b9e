import { hasAscii, u16le } from './bytes.ts';
import { type Format, type Metadata, type Size, sizeOf } from './format.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
/** Header and Logical Screen Descriptor (GIF89a, sections 17 and 18). */
const SCREEN_END = 13;
const IMAGE_DESCRIPTOR_LENGTH = 10;

interface Block {
  kind: number;
  at: number;
}

/** Bytes of the colour table that these packed fields announce (sections 18, 20): three for each of 2^(n+1) colours. */
const tableLength = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

/** The position after a chain of sub-blocks and its empty last one (sections 15, 16). It may lie outside. */
function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = bytes[at]; length; length = bytes[at]) at += 1 + length;
  return at + 1;
}

/** Where a block's sub-blocks begin, or undefined when it has none that we know. */
function subBlocksOf(bytes: Uint8Array, { kind, at }: Block): number | undefined {
  if (kind === EXTENSION) return at + 2;
  if (kind !== IMAGE) return undefined;
  const packed = bytes[at + 9] ?? 0;
  const codeSize = at + IMAGE_DESCRIPTOR_LENGTH + tableLength(packed);
  return codeSize + 1;
}

/** Ends after the trailer, after a block of an unknown kind, and where the bytes end. */
function* blocks(bytes: Uint8Array): Generator<Block> {
  let at: number | undefined = SCREEN_END + tableLength(bytes[10] ?? 0);
  while (at !== undefined) {
    // Some encoders end a chain of sub-blocks twice; browsers show such files.
    while (bytes[at] === 0) at++;
    const kind = bytes[at];
    if (kind === undefined) return;
    const block: Block = { kind, at };
    yield block;
    const data = subBlocksOf(bytes, block);
    at = data === undefined ? undefined : afterSubBlocks(bytes, data);
  }
}

/** The first picture's own size (section 20). */
function firstImageSize(bytes: Uint8Array): Size | undefined {
  for (const { kind, at } of blocks(bytes)) {
    if (kind === IMAGE) return sizeOf(u16le(bytes, at + 5), u16le(bytes, at + 7));
  }
  return undefined;
}

/**
 * The logical screen; where the first picture is larger (also where the screen says 0 × 0), the picture, as
 * Chromium 156 and Firefox 153 do. (For a GIF87a whose screen is the larger one, Firefox takes the picture,
 * Chromium the screen.)
 */
function size(bytes: Uint8Array): Size | undefined {
  const first = firstImageSize(bytes);
  const width = Math.max(u16le(bytes, 6) ?? 0, first?.width ?? 0);
  const height = Math.max(u16le(bytes, 8) ?? 0, first?.height ?? 0);
  return sizeOf(width, height);
}

/** Whole: at least one picture, and blocks up to the trailer (section 27). */
function isWhole(bytes: Uint8Array): boolean {
  let hasImage = false;
  for (const { kind } of blocks(bytes)) {
    if (kind === TRAILER) return hasImage;
    hasImage ||= kind === IMAGE;
  }
  return false;
}

const XMP = '!\xff\x0bXMP DataXMP';

/**
 * XMP in an application extension (ISO 16684-3, 1.1.2): plain text where a chain of sub-blocks would be, and behind it 258
 * bytes that lead whoever reads it as such a chain to its end.
 */
function metadata(bytes: Uint8Array): Metadata {
  const found: Metadata = { exif: [], xmp: [], photoshop: [] };
  let start: number | undefined;
  for (const { at } of blocks(bytes)) {
    if (start !== undefined) found.xmp.push(bytes.subarray(start, Math.max(start, at - 258)));
    start = hasAscii(bytes, at, XMP) ? at + XMP.length : undefined;
  }
  return found;
}

export const gif: Format = {
  mediaType: 'image/gif',
  extension: 'gif',
  matches: (bytes) => hasAscii(bytes, 0, 'GIF87a') || hasAscii(bytes, 0, 'GIF89a'),
  size,
  isWhole,
  metadata,
};
