import { hasAscii, u16be, u32be } from '../formats/bytes.ts';
import { decodeText } from '../formats/text.ts';
import { type RightsSignal, signal } from './signal.ts';
import { copyright } from './statements.ts';

/** Photoshop's number for the resource that is IPTC (Photoshop File Formats, "Image Resource IDs"). */
const IPTC = 0x0404;
/** Bytes of one text that are read; datasets and resources that are looked at. */
const MOST = { text: 4_000, datasets: 1_000, resources: 200 };

/** What Photoshop's resources say of rights in IPTC's older form (IIM 4.2, chapter 6). */
export function rightsInPhotoshop(resources: Uint8Array): RightsSignal[] {
  return [...iptcIn(resources)].flatMap((iptc) => [...datasets(iptc)].flatMap(rightsInDataset));
}

/** The resources "8BIM": number, name (Pascal, padded), length, data (padded). */
function* iptcIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0, n = 0; hasAscii(bytes, at, '8BIM') && n < MOST.resources; n++) {
    const name = (bytes[at + 6] ?? 0) + 1;
    const length = at + 6 + name + (name % 2);
    const start = length + 4;
    const size = u32be(bytes, length);
    if (size === undefined) return;
    if (u16be(bytes, at + 4) === IPTC) yield bytes.subarray(start, start + size);
    at = start + size + (size % 2);
  }
}

interface Dataset {
  readonly number: number | undefined;
  readonly data: Uint8Array;
}

/** The datasets of the application record, up to one that is cut off or of the extended kind. */
function* datasets(iptc: Uint8Array): Generator<Dataset> {
  for (let at = 0, n = 0; iptc[at] === 0x1c && n < MOST.datasets; n++) {
    const length = u16be(iptc, at + 3);
    if (length === undefined || length > 0x7fff || at + 5 + length > iptc.length) return;
    if (iptc[at + 1] === 2) yield { number: iptc[at + 2], data: iptc.subarray(at + 5, at + 5 + length) };
    at += 5 + length;
  }
}

/** By-line, Credit and Copyright Notice. */
function rightsInDataset({ number, data }: Dataset): RightsSignal[] {
  const text = () => decodeText(data.subarray(0, MOST.text));
  if (number === 80) return signal('creator', 'iptc', text());
  if (number === 110) return signal('credit', 'iptc', text());
  return number === 116 ? copyright('iptc', text()) : [];
}
