import { drawThumbnail } from '../analysis/thumbnail.ts';
import { database } from '../db/open.ts';
import { readOriginal } from '../db/read.ts';

/** Makes the small picture of an original, after the capture is durable. Pages show the original where there is none. */
export async function makeThumbnail(sha256: string): Promise<void> {
  const db = await database();
  const [original, known] = await Promise.all([readOriginal(db, sha256), db.getKey('thumbnails', sha256)]);
  if (!original || known !== undefined) return;
  const picture = await drawThumbnail(original.bytes).catch(() => undefined);
  if (picture) await db.put('thumbnails', { sha256, picture });
}
