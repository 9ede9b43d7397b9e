import { hasAscii, u16be } from './bytes.ts';
import { type Orientation, orient, orientationOf } from './exif.ts';
import { type Format, type Metadata, type Size, sizeOf } from './format.ts';

// ITU-T T.81, table B.1
const TEM = 0x01;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP13 = 0xed;

/** Start Of Frame: C0 to CF without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;

/** Restart markers lie between the pieces of one scan and end nothing. */
const isRestart = (code: number) => code >= 0xd0 && code <= 0xd7;

/** A marker and what belongs to it, without the two bytes of length: `bytes.subarray(start, end)`. */
interface Segment {
  code: number;
  start: number;
  end: number;
}

/**
 * Where the code of the next marker lies, or -1. Passes over entropy-coded data, in which FF 00 stands for FF
 * (T.81, B.1.1.5), fill bytes (B.1.1.2) and, as libjpeg does, over stray bytes between segments.
 */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const code = bytes[at + 1];
    if (code === undefined) return -1;
    if (code !== 0 && code !== 0xff && code !== TEM && !isRestart(code)) return at + 1;
    const next = code === 0xff ? at + 1 : at + 2;
    // A call costs more than a look, and hostile data can have an FF in every other byte.
    at = bytes[next] === 0xff ? next : bytes.indexOf(0xff, next);
  }
  return -1;
}

/** A second beginning, which Chromium 156 and Firefox 153 refuse, and the reserved codes, which Chromium does. */
const isStop = (code: number) => code === SOI || code < 0xc0;

/** The segments that are all there; EOI is the last, and has no content. */
function* segments(bytes: Uint8Array): Generator<Segment> {
  let at = nextMarker(bytes, 2);
  while (at !== -1) {
    const code = bytes[at] ?? 0;
    if (code === EOI) yield { code, start: at + 1, end: at + 1 };
    if (code === EOI || isStop(code)) return;
    const start = at + 3;
    const end = at + 1 + (u16be(bytes, at + 1) ?? 0);
    if (end < start || end > bytes.length) return;
    yield { code, start, end };
    at = nextMarker(bytes, end);
  }
}

/**
 * How the picture is to be turned: Exif in front of the first scan, whether before or after the frame's header.
 * The first Exif segment counts, even if it says nothing about it (seen in Chromium 156 and Firefox 153).
 */
export function orientation(bytes: Uint8Array): Orientation {
  for (const { code, start, end } of segments(bytes)) {
    if (code === SOS) return 1;
    if (code === APP1 && hasAscii(bytes, start, 'Exif\0\0')) return orientationOf(bytes.subarray(start + 6, end));
  }
  return 1;
}

/** The size before it is turned (T.81, B.2.2). Browsers do not show a height of 0, which leaves it to a DNL segment. */
export function storedSize(bytes: Uint8Array): Size | undefined {
  for (const { code, start } of segments(bytes)) {
    if (code === SOS) return undefined;
    if (isFrame(code)) return sizeOf(u16be(bytes, start + 3), u16be(bytes, start + 1));
  }
  return undefined;
}

/** The size as shown, which is also what `naturalWidth` says, whatever `image-orientation` is. */
function size(bytes: Uint8Array): Size | undefined {
  const stored = storedSize(bytes);
  return stored && orient(stored, orientation(bytes));
}

/** Whole: EOI comes after the data of a scan. One within a segment, as in a thumbnail, is never looked at. */
function isWhole(bytes: Uint8Array): boolean {
  let hasFrame = false;
  let hasScan = false;
  for (const { code } of segments(bytes)) {
    if (code === EOI) return hasScan;
    hasFrame ||= isFrame(code);
    hasScan ||= hasFrame && code === SOS;
  }
  return false;
}

/**
 * What is said in front of the first scan: Exif (5.6.4, CIPA DC-008), XMP (ISO 16684-3, 1.1.3.1; what goes beyond one
 * segment is not read) and Photoshop's resources, which hold IPTC.
 */
function metadata(bytes: Uint8Array): Metadata {
  const found: Metadata = { exif: [], xmp: [], photoshop: [] };
  const take = (kind: keyof Metadata, header: string, { start, end }: Segment) => {
    if (hasAscii(bytes, start, header)) found[kind].push(bytes.subarray(start + header.length, end));
  };
  for (const segment of segments(bytes)) {
    if (segment.code === SOS) break;
    if (segment.code === APP1) take('exif', 'Exif\0\0', segment);
    if (segment.code === APP1) take('xmp', 'http://ns.adobe.com/xap/1.0/\0', segment);
    if (segment.code === APP13) take('photoshop', 'Photoshop 3.0\0', segment);
  }
  return found;
}

export const jpeg: Format = {
  mediaType: 'image/jpeg',
  extension: 'jpg',
  matches: (bytes) => hasAscii(bytes, 0, '\xff\xd8\xff'),
  size,
  isWhole,
  metadata,
};
