import { createHash } from 'node:crypto';

export interface ZipEntry {
  readonly name: string;
  /** Uncompressed. */
  readonly size: number;
  /** Of the contents, where they are stored uncompressed, as Foil does. */
  readonly sha256: string;
}

const END = 0x06054b50;
const DIRECTORY_ENTRY = 46;
const LOCAL_HEADER = 30;

/** The entries of a small ZIP whose files are stored (APPNOTE.TXT 4.3: central directory, local headers). */
export function readZip(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([END & 255, (END >> 8) & 255, (END >> 16) & 255, END >> 24]));
  if (end < 0) throw new Error('The export is no ZIP: it has no directory.');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + DIRECTORY_ENTRY, at + DIRECTORY_ENTRY + nameLength);
    entries.push({ name, ...contents(zip, at) });
    at += DIRECTORY_ENTRY + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function contents(zip: Buffer, directoryEntry: number): { size: number; sha256: string } {
  const size = zip.readUInt32LE(directoryEntry + 24);
  const header = zip.readUInt32LE(directoryEntry + 42);
  const start = header + LOCAL_HEADER + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return {
    size,
    sha256: createHash('sha256')
      .update(zip.subarray(start, start + size))
      .digest('hex'),
  };
}
