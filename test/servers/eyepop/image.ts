export interface ImageFacts {
  readonly mime: string;
  /** `null` where the header cannot be read. */
  readonly width: number | null;
  readonly height: number | null;
}

type Size = Pick<ImageFacts, 'width' | 'height'>;

interface Format {
  readonly mime: string;
  /** The magic bytes, as latin1 text; a dot stands for any byte. */
  readonly magic: RegExp;
  /** May throw a RangeError when the file ends early. */
  readonly size: (bytes: Buffer) => Size;
}

const UNKNOWN: Size = { width: null, height: null };

const FORMATS: readonly Format[] = [
  { mime: 'image/png', magic: /^\x89PNG\r\n.\n/s, size: (bytes) => uint32Pair(bytes, 16) },
  { mime: 'image/gif', magic: /^GIF8[79]a/, size: (bytes) => uint16Pair(bytes, 6) },
  { mime: 'image/jpeg', magic: /^\xff\xd8\xff/, size: jpegSize },
  { mime: 'image/webp', magic: /^RIFF....WEBP/s, size: webpSize },
];

/** What the bytes themselves say; `null` for anything but PNG, GIF, JPEG and WebP. EXIF orientation is not looked at. */
export function readImage(bytes: Buffer): ImageFacts | null {
  const head = bytes.toString('latin1', 0, 16);
  const format = FORMATS.find(({ magic }) => magic.test(head));
  return format === undefined ? null : { mime: format.mime, ...sizeOrUnknown(format, bytes) };
}

function sizeOrUnknown(format: Format, bytes: Buffer): Size {
  try {
    return format.size(bytes);
  } catch (error) {
    if (error instanceof RangeError) return UNKNOWN;
    throw error;
  }
}

function uint32Pair(bytes: Buffer, at: number): Size {
  return { width: bytes.readUInt32BE(at), height: bytes.readUInt32BE(at + 4) };
}

function uint16Pair(bytes: Buffer, at: number): Size {
  return { width: bytes.readUInt16LE(at), height: bytes.readUInt16LE(at + 2) };
}

/** Walks the segments to the frame header: SOF0–SOF15 without DHT (c4), JPG (c8) and DAC (cc), ITU-T T.81 table B.1. */
function jpegSize(bytes: Buffer): Size {
  let at = 2;
  while (bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    // A fill byte (ff ff) moves on by one, a segment by its length.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return UNKNOWN;
}

/** The three kinds of WebP: lossy (RFC 6386, 9.1), lossless and extended (RFC 9649, 2.6 and 2.7). */
function webpSize(bytes: Buffer): Size {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return UNKNOWN;
  const bits = bytes.readUInt32LE(21);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}
