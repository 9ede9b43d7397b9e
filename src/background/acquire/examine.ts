import type { ImageFacts } from '../../core/capture.ts';
import { Failure, type FailureKind } from '../../core/failure.ts';
import { describeImage } from '../../core/formats/index.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Resemblance } from '../../core/look.ts';
import { rightsInFile } from '../../core/rights/file.ts';
import { mergeRights, type RightsSignal } from '../../core/rights/signal.ts';
import { toHex } from '../../core/sha256.ts';
import { rasterise, SVG, sizeOfSvg } from '../rasterise.ts';
import type { Acquired } from './acquired.ts';
import { compare } from './compare.ts';
import type { Seen } from './see.ts';

/** Bytes that are what they should be: a whole image that decodes. */
export interface Examined {
  readonly bytes: Blob;
  readonly sha256: string;
  readonly image: ImageFacts;
  readonly status: number;
  /** What headers and file say. */
  readonly rights: readonly RightsSignal[];
  /** Whether it looks like what the page shows, where that was seen. */
  readonly looks: Resemblance | undefined;
}

/** Pixels of the longer side of an SVG that is drawn to see whether it can be. */
const DRAWN = 512;

/**
 * Believes bytes, or says why not. The order matters: nothing is decoded before its size is known to be bearable.
 *
 * @param seen what the page shows, to be compared with
 * @throws Failure of the image's own kinds
 */
export async function examine({ bytes, status, ...said }: Acquired, seen?: Seen): Promise<Examined> {
  if (status >= 400) throw new Failure(statusKind(status), { fact: `HTTP ${status}` });
  const header = describeImage(bytes);
  if (!header) throw new Failure('not-an-image');
  const { mediaType, extension } = header.format;
  if (!header.whole) throw new Failure('image-truncated');
  const { width, height } = mediaType === SVG ? sizeOfSvg(header) : header;
  if (width === undefined || height === undefined) throw new Failure('image-undecodable');
  // What is drawn of an SVG is as large as we like.
  if (mediaType !== SVG && width * height > LIMITS.imagePixels) throw new Failure('image-too-many-pixels');
  const blob = new Blob([bytes], { type: mediaType });
  const [sha256, looks] = await Promise.all([
    hash(bytes),
    decode(mediaType === SVG ? await rasterise(blob, { width, height }, DRAWN) : blob, (bitmap) =>
      seen ? compare(bitmap, bytes, seen) : undefined,
    ),
  ]);
  const rights = mergeRights(said.rights, rightsInFile(bytes));
  return {
    bytes: blob,
    sha256,
    status,
    rights,
    looks,
    image: { mediaType, extension, width, height, size: bytes.byteLength },
  };
}

function statusKind(status: number): FailureKind {
  if (status === 401 || status === 403) return 'image-forbidden';
  return status === 404 || status === 410 ? 'image-missing' : 'image-host-failed';
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

async function decode<Value>(blob: Blob, look: (bitmap: ImageBitmap) => Value): Promise<Value> {
  const bitmap = await createImageBitmap(blob).catch((error) => {
    throw new Failure('image-undecodable', { cause: error });
  });
  try {
    return look(bitmap);
  } finally {
    bitmap.close();
  }
}
