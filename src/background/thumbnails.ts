import { drawThumbnail, THUMBNAIL_SIDE } from '../analysis/thumbnail.ts';
import { describeImage } from '../core/formats/index.ts';
import { database } from '../db/open.ts';
import { readOriginal } from '../db/read.ts';
import { rasterise, SVG, sizeOfSvg } from './rasterise.ts';

/** Makes the small picture of an original, after the capture is durable. Pages show the original where there is none. */
export async function makeThumbnail(sha256: string): Promise<void> {
  const db = await database();
  const [original, known] = await Promise.all([readOriginal(db, sha256), db.getKey('thumbnails', sha256)]);
  if (!original || known !== undefined) return;
  const picture = await draw(original.bytes).catch(() => undefined);
  if (picture) await db.put('thumbnails', { sha256, picture });
}

async function draw(original: Blob): Promise<Blob> {
  if (original.type !== SVG) return drawThumbnail(original);
  const described = describeImage(new Uint8Array(await original.arrayBuffer()));
  return drawThumbnail(await rasterise(original, sizeOfSvg(described), THUMBNAIL_SIDE));
}
