import finder from '../content/finder.iife.ts?iife';
import { Failure, toFailure } from '../core/failure.ts';
import { type Found, parseFound } from '../core/found.ts';
import { clip, LIMITS } from '../core/limits.ts';
import type { Intent } from '../db/schema.ts';
import { inject } from '../platform/frame-scripts.ts';
import { askFrame } from '../platform/messaging.ts';

/**
 * The image a click meant, by the content script's word; by the menu's own where no script may run.
 *
 * @throws Failure `image-not-found`, or why the page cannot be asked
 */
export async function locate(intent: Intent): Promise<Found> {
  const byMenu = /^https?:/i.test(intent.srcUrl) ? foundByMenu(intent) : undefined;
  const answer = await askFinder(intent).catch((error) => {
    if (byMenu) return byMenu;
    throw toFailure(error);
  });
  const found = parseFound(answer ?? byMenu);
  if (!found) throw new Failure('image-not-found');
  return found;
}

/** A tab that was open before Foil, or before its update, has no script yet: it gets one now. */
async function askFinder(intent: Intent): Promise<unknown> {
  const isLive = intent.tries === 1;
  try {
    return await askFrame(intent, 'find', intent.srcUrl, isLive);
  } catch (error) {
    if (toFailure(error).kind !== 'no-reply') throw error;
    await inject(intent, finder);
    return askFrame(intent, 'find', intent.srcUrl, isLive);
  }
}

function foundByMenu({ srcUrl, frameUrl: address }: Intent): Found {
  const frameUrl = clip(address, LIMITS.address);
  return { url: srcUrl, width: 0, height: 0, alt: '', title: '', frameUrl, referrerPolicy: '', readable: false };
}
