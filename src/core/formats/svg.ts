import { ascii, hasAscii, indexOfAscii } from './bytes.ts';
import { type Format, type Metadata, type Size, sizeOf } from './format.ts';
import { markupEnd, tags } from './markup.ts';

/** Bytes within which the root element must begin. Illustrator puts kilobytes of entities in front of it. */
const HEAD_LENGTH = 0x10000;

const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** One byte for each character of UTF-16 after its byte-order mark; "?" for all that is not ASCII. */
function narrowUtf16(bytes: Uint8Array, isLittle: boolean): Uint8Array {
  const text = new Uint8Array((bytes.length >> 1) - 1);
  const [low, high] = isLittle ? [2, 3] : [3, 2];
  for (let n = 0; n < text.length; n++) text[n] = bytes[high + 2 * n] === 0 ? (bytes[low + 2 * n] ?? 0) : 0x3f;
  return text;
}

/** One byte for each character that means something in markup, which is all ASCII, without a byte-order mark. */
function narrow(bytes: Uint8Array): Uint8Array {
  if (hasAscii(bytes, 0, '\xff\xfe')) return narrowUtf16(bytes, true);
  if (hasAscii(bytes, 0, '\xfe\xff')) return narrowUtf16(bytes, false);
  return hasAscii(bytes, 0, '\xef\xbb\xbf') ? bytes.subarray(3) : bytes;
}

function skipSpace(text: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}

/** The position after declaration, instructions, comments and doctype (XML 1.0, production 22). */
function afterProlog(text: Uint8Array): number | undefined {
  let at: number | undefined = skipSpace(text, 0);
  while (at !== undefined && (hasAscii(text, at, '<?') || hasAscii(text, at, '<!'))) {
    const end: number | undefined = markupEnd(text, at);
    at = end && skipSpace(text, end);
  }
  return at;
}

/** Where the root element's tag begins, if it is `svg` with or without a prefix. */
function rootStart(text: Uint8Array): number | undefined {
  const at = afterProlog(text.subarray(0, HEAD_LENGTH));
  if (at === undefined) return undefined;
  const start = text.subarray(at, at + 64);
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(ascii(start, 0, start.length) ?? '') ? at : undefined;
}

/**
 * The root's attributes; references such as `&w;` stay as they are. Linear: names, spaces and values share no
 * character with what follows them, so there is only one way to match.
 */
function attributes(tag: string): Map<string, string> {
  const pairs = tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(Array.from(pairs, ([, name = '', double, single]) => [name, double ?? single ?? '']));
}

/**
 * Pixels a unit: CSS Values and Units 4, section 6.2; an em is the initial font size, since nothing around a
 * picture reaches into it (`1em` is 16 pixels in Chromium 156 and Firefox 153).
 */
const UNITS = new Map([
  ['', 1],
  ['px', 1],
  ['em', 16],
  ['pt', 96 / 72],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
  ['q', 96 / 101.6],
]);

const LONGEST_NUMBER = 40;

/** Pixels, when it is a positive length in a unit that does not depend on the page (so no "%"). */
function pixels(value = ''): number | undefined {
  const text = value.trim();
  if (text.length > LONGEST_NUMBER) return undefined;
  const match = /^(\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)$/i.exec(text);
  const length = Number(match?.[1]) * (UNITS.get(match?.[2]?.toLowerCase() ?? '') ?? Number.NaN);
  return length > 0 && Number.isFinite(length) ? length : undefined;
}

/** The sides of a viewBox "x y width height". */
function viewBox(value = ''): Size | undefined {
  const [, , width, height, ...more] = value.trim().split(/[\s,]+/, 5);
  return more.length === 0 ? sizeOf(pixels(width), pixels(height)) : undefined;
}

/** A missing side follows from the other and the viewBox's ratio (CSS Images 3, "default sizing algorithm"). */
function intrinsicSize(width: number | undefined, height: number | undefined, box: Size | undefined): Size | undefined {
  if (width !== undefined && height !== undefined) return { width, height };
  if (box === undefined) return undefined;
  if (width !== undefined) return { width, height: (width * box.height) / box.width };
  return height === undefined ? box : { width: (height * box.width) / box.height, height };
}

/**
 * Rounded as `naturalWidth` is. With a viewBox alone only the ratio is meant: it comes out in the viewBox's own
 * units, while a page shows any size (`naturalWidth` then says 300, or follows from a height of 150).
 */
function size(bytes: Uint8Array): Size | undefined {
  const head = narrow(bytes.subarray(0, HEAD_LENGTH));
  const start = rootStart(head);
  const end = start === undefined ? undefined : markupEnd(head, start);
  if (start === undefined || end === undefined) return undefined;
  const found = attributes(ascii(head, start, end - start) ?? '');
  const shown = intrinsicSize(pixels(found.get('width')), pixels(found.get('height')), viewBox(found.get('viewBox')));
  return shown && sizeOf(Math.round(shown.width), Math.round(shown.height));
}

/** Whole: as many elements end as begin, which is so once the root's closing tag, and not a nested `svg`'s, was met. */
function isWhole(bytes: Uint8Array): boolean {
  const text = narrow(bytes);
  const start = rootStart(text);
  if (start === undefined) return false;
  let depth = 0;
  for (const { nesting } of tags(text, start)) {
    depth += nesting;
    if (depth <= 0) return true;
  }
  return false;
}

/** RDF in a `metadata` element, which is what XMP is too (SVG 2, section 5.9). */
function metadata(bytes: Uint8Array): Metadata {
  const text = narrow(bytes.subarray(0, HEAD_LENGTH));
  // From the root on: it declares what the prefixes stand for.
  return { exif: [], xmp: indexOfAscii(text, '<rdf:RDF', 0) === -1 ? [] : [text], photoshop: [] };
}

export const svg: Format = {
  mediaType: 'image/svg+xml',
  extension: 'svg',
  matches: (bytes) => rootStart(narrow(bytes.subarray(0, HEAD_LENGTH))) !== undefined,
  size,
  isWhole,
  metadata,
};
