import finder from '../content/finder.iife.ts?iife';
import { Failure, toFailure } from '../core/failure.ts';
import { type Found, isImageAddress, parseFound } from '../core/found.ts';
import { clip, LIMITS } from '../core/limits.ts';
import type { Intent } from '../db/schema.ts';
import { inject } from '../platform/frame-scripts.ts';
import { askFrame, type Frame } from '../platform/messaging.ts';

/**
 * The image a click meant, by the content script's word; by the menu's own where no script may run.
 *
 * @throws Failure `image-not-found`, or why the page cannot be asked
 */
export async function locate(intent: Intent): Promise<Found> {
  const answer = await askFinder(intent, intent.srcUrl).catch((error) => {
    if (isImageAddress(intent.srcUrl) && /^https?:/i.test(intent.srcUrl)) return foundByMenu(intent);
    throw toFailure(error);
  });
  const found = parseFound(answer);
  if (!found) throw new Failure('image-not-found');
  return found;
}

/** A tab that was open before Foil, or before its update, has no script yet: it gets one now. */
async function askFinder(frame: Frame, srcUrl: string): Promise<unknown> {
  try {
    return await askFrame(frame, 'find', srcUrl);
  } catch (error) {
    if (toFailure(error).kind !== 'no-reply') throw error;
    await inject(frame, finder);
    return askFrame(frame, 'find', srcUrl);
  }
}

function foundByMenu({ srcUrl, pageUrl }: Intent): Found {
  const frameUrl = clip(pageUrl, LIMITS.address);
  return { url: srcUrl, width: 0, height: 0, alt: '', title: '', frameUrl, referrerPolicy: '', readable: false };
}
