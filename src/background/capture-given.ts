import type { Way } from '../core/capture.ts';
import { Failure, toFailure } from '../core/failure.ts';
import { type Found, foundByAddress, isImageAddress } from '../core/found.ts';
import { clip, LIMITS } from '../core/limits.ts';
import type { Tag } from '../core/tag.ts';
import { database } from '../db/open.ts';
import { saveCapture, writeValue } from '../db/write.ts';
import { keepAlive } from '../platform/keep-alive.ts';
import { hasAllSites } from '../platform/permissions.ts';
import { NO_TAB } from '../platform/tabs.ts';
import type { Given, Kept } from '../protocol.ts';
import { type Examined, examine } from './acquire/examine.ts';
import { fromBackground } from './acquire/from-background.ts';
import { fromFrame } from './acquire/from-frame.ts';
import { fromPerson } from './acquire/from-person.ts';
import { makeCapture, noteSaved, readCollector } from './capture.ts';

type Brought = Examined & { readonly way: Way };

/**
 * Keeps a picture that the person pasted or dropped into a page of ours. Nothing is noted before it is saved: the page that
 * has the bytes waits for the answer, and says so when none comes.
 *
 * @throws Failure why it cannot be kept
 */
export function captureGiven(project: string, tag: Tag, given: Given): Promise<Kept> {
  return keepAlive(async () => {
    const [db, at] = [await database(), Date.now()];
    await writeValue(db, 'lastTag', tag);
    const [acquired, collector] = await Promise.all([acquireGiven(given), readCollector()]);
    const gesture = { tag, project, at, pageUrl: '' };
    const fresh = makeCapture(gesture, describe(given), acquired, collector);
    const { outcome, capture } = await saveCapture(
      db,
      fresh,
      { sha256: acquired.sha256, bytes: acquired.bytes },
      fresh.id,
    );
    await noteSaved(capture);
    return { outcome, capture: capture.id };
  });
}

/** What lies on the web first: a browser hands over what it has drawn, newly encoded, where the server gave something else. */
function acquireGiven(given: Given): Promise<Brought> {
  const { blob } = given;
  const found = describe(given);
  if (!isImageAddress(found.url)) return readBlob(blob);
  return request(found).catch((error) => {
    if (blob === undefined) throw toFailure(error);
    return readBlob(blob);
  });
}

/** No page shows it: there is nothing to compare it with, and nothing to draw. */
async function request(found: Found): Promise<Brought> {
  const frame = { tabId: NO_TAB, frameId: 0 };
  const rung = found.readable ? fromFrame : fromBackground;
  const acquired = await rung.get({ found, frame, frameUrl: '', allSites: await hasAllSites() });
  return { ...(await examine(acquired)), way: rung.way };
}

async function readBlob(blob: string | undefined): Promise<Brought> {
  if (blob === undefined) throw new Failure('not-an-image');
  return { ...(await examine(await fromPerson(blob))), way: 'file' };
}

function describe({ name, address = '', alt, linkUrl }: Given): Found {
  const known = foundByAddress(address, '');
  const readable = address.startsWith('data:');
  return { ...known, readable, title: clip(name), alt: clip(alt), linkUrl: clip(linkUrl, LIMITS.address) };
}
