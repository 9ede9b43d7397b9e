import { ascii, hasAscii, u32be } from './bytes.ts';
import { type Orientation, orient, orientationOf } from './exif.ts';
import { type Format, type Metadata, type Size, sizeOf } from './format.ts';

/** PNG, 3rd edition, section 5.2 */
const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** A chunk's name and data: `bytes.subarray(start, end)`. */
interface Chunk {
  type: string;
  start: number;
  end: number;
}

/** The chunks that are all there, checksum included (section 5.3). */
function* chunks(bytes: Uint8Array): Generator<Chunk> {
  let at = SIGNATURE.length;
  for (;;) {
    const length = u32be(bytes, at);
    const type = ascii(bytes, at + 4, 4);
    if (length === undefined || type === undefined) return;
    const start = at + 8;
    const end = start + length;
    if (end + 4 > bytes.length) return;
    yield { type, start, end };
    at = end + 4;
  }
}

/**
 * The first eXIf chunk before the pixels (section 11.3.4.5); Chromium 156 and Firefox 153 turn the picture by it.
 * They part ways over an APNG, which Firefox does not turn, and over a wrong checksum, which is not looked at here.
 */
function orientation(bytes: Uint8Array): Orientation {
  for (const { type, start, end } of chunks(bytes)) {
    if (type === 'IDAT') return 1;
    if (type === 'eXIf') return orientationOf(bytes.subarray(start, end));
  }
  return 1;
}

/** IHDR is always the first chunk (section 11.2.1). */
function size(bytes: Uint8Array): Size | undefined {
  if (!hasAscii(bytes, SIGNATURE.length + 4, 'IHDR')) return undefined;
  const stored = sizeOf(u32be(bytes, 16), u32be(bytes, 20));
  return stored && orient(stored, orientation(bytes));
}

/** Whole: pixels, then IEND, and every chunk up to there within bounds. */
function isWhole(bytes: Uint8Array): boolean {
  let hasPixels = false;
  for (const { type } of chunks(bytes)) {
    if (type === 'IEND') return hasPixels;
    hasPixels ||= type === 'IDAT';
  }
  return false;
}

const XMP = 'XML:com.adobe.xmp\0';

/** The text of an iTXt chunk behind its keyword (section 11.3.3.4), unless it is compressed, which XMP's may not be. */
function textOf(chunk: Uint8Array): Uint8Array[] {
  const language = XMP.length + 2;
  const translated = chunk.indexOf(0, language) + 1;
  const text = chunk.indexOf(0, translated) + 1;
  return chunk[XMP.length] === 0 && translated > 0 && text > 0 ? [chunk.subarray(text)] : [];
}

/** eXIf, and XMP in an iTXt chunk (ISO 16684-3, 1.1.5). */
function metadata(bytes: Uint8Array): Metadata {
  const found: Metadata = { exif: [], xmp: [], photoshop: [] };
  for (const { type, start, end } of chunks(bytes)) {
    if (type === 'eXIf') found.exif.push(bytes.subarray(start, end));
    if (type === 'iTXt' && hasAscii(bytes, start, XMP)) found.xmp.push(...textOf(bytes.subarray(start, end)));
  }
  return found;
}

/** APNG too: it is a PNG with further chunks, and is served as one. */
export const png: Format = {
  mediaType: 'image/png',
  extension: 'png',
  matches: (bytes) => hasAscii(bytes, 0, SIGNATURE),
  size,
  isWhole,
  metadata,
};
