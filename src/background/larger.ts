import { looksOf } from '../analysis/looks.ts';
import type { Capture } from '../core/capture.ts';
import { Failure } from '../core/failure.ts';
import type { Found } from '../core/found.ts';
import { isSamePicture } from '../core/phash.ts';
import { database } from '../db/open.ts';
import { readOriginal, readPreferences } from '../db/read.ts';
import type { Intent } from '../db/schema.ts';
import { keepAlive } from '../platform/keep-alive.ts';
import type { Examined } from './acquire/examine.ts';
import { acquire } from './acquire/ladder.ts';

/** Addresses asked for a larger version, at most, and ms for all of them: later nobody looks at the word any more. */
const MOST = { addresses: 3, time: 30_000 };

/** A larger version of a capture's picture, and its size. */
interface Larger {
  readonly found: Found;
  readonly width: number;
  readonly height: number;
}

/**
 * Looks for a larger version at the addresses that the page names. It counts only if it decodes, has more pixels, is the same
 * picture, and is not here yet. Nothing of it is kept: it is fetched, and compared, again when the person wants it.
 */
export async function findLarger(
  found: Found,
  intent: Intent,
  capture: Capture,
  allSites: boolean,
): Promise<Larger | undefined> {
  if (found.kind !== 'image' || found.larger.length === 0) return undefined;
  if (!(await readPreferences(await database())).offerLarger) return undefined;
  const end = Date.now() + MOST.time;
  return keepAlive(async () => {
    for (const url of found.larger.filter((other) => other !== found.url).slice(0, MOST.addresses)) {
      if (Date.now() > end) return undefined;
      const version = versionAt(url, found, intent.frameUrl);
      const acquired = await acquire({ found: version, frame: intent, frameUrl: intent.frameUrl, allSites }).catch(
        () => undefined,
      );
      if (acquired && (await isLarger(acquired, capture))) return { found: version, ...sizeOf(acquired) };
    }
    return undefined;
  });
}

/** The same image by another address: nothing that the page said of the one it shows is true of it. */
function versionAt(url: string, found: Found, frameUrl: string): Found {
  const readable = URL.canParse(frameUrl) && new URL(url).origin === new URL(frameUrl).origin;
  return { ...found, key: '', url, width: 0, height: 0, readable, decoded: false, larger: [] };
}

const sizeOf = ({ image: { width, height } }: Examined) => ({ width, height });

async function isLarger({ image, bytes, sha256 }: Examined, { project, ...capture }: Capture): Promise<boolean> {
  if (image.width * image.height <= capture.image.width * capture.image.height) return false;
  const known = await (await database()).getKeyFromIndex('captures', 'identity', [project, sha256]);
  return known === undefined && (await looksLike(bytes, capture.sha256));
}

/** Whether bytes show the picture that an original of ours does. */
async function looksLike(bytes: Blob, sha256: string): Promise<boolean> {
  const original = await readOriginal(await database(), sha256);
  if (!original) return false;
  const [a, b] = await Promise.all([looksOf(bytes), looksOf(original.bytes)]);
  return isSamePicture(a, b);
}

/** A server may give another picture the second time. @throws Failure `other-picture` */
export async function mustLookLike(bytes: Blob, sha256: string | undefined): Promise<void> {
  if (sha256 !== undefined && !(await looksLike(bytes, sha256))) throw new Failure('other-picture');
}
