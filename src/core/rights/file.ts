import { metadataOf } from '../formats/index.ts';
import { decodeUtf8 } from '../formats/text.ts';
import { rightsInExif } from './exif.ts';
import { rightsInPhotoshop } from './iptc.ts';
import { mergeRights, type RightsSignal } from './signal.ts';
import { rightsInXmp } from './xmp.ts';

/** Bytes of XMP that are read. */
const XMP_LENGTH = 512 * 1024;

/** What an image's own bytes say of rights. Takes any bytes at all and never throws; linear in the length. */
export function rightsInFile(bytes: Uint8Array): readonly RightsSignal[] {
  const { xmp, photoshop, exif } = metadataOf(bytes);
  return mergeRights(
    xmp.slice(0, 4).flatMap((packet) => rightsInXmp(decodeUtf8(packet.subarray(0, XMP_LENGTH)))),
    photoshop.slice(0, 4).flatMap(rightsInPhotoshop),
    exif.slice(0, 1).flatMap(rightsInExif),
  );
}
