import { exifText } from '../formats/exif.ts';
import { decodeText } from '../formats/text.ts';
import { type RightsSignal, signal } from './signal.ts';
import { copyright } from './statements.ts';

const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;
/** Bytes of one text that are read. */
const LENGTH = 4_000;

/** Artist and Copyright (CIPA DC-008, 4.6.5.4); NUL parts the photographer's copyright from the editor's. */
export function rightsInExif(tiff: Uint8Array): RightsSignal[] {
  const text = (tag: number) => decodeText(exifText(tiff, tag).subarray(0, LENGTH));
  return [...signal('creator', 'exif', text(ARTIST)), ...copyright('exif', text(COPYRIGHT))];
}
