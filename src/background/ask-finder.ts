import finder from '../content/finder.iife.ts?iife';
import watcher from '../content/watcher.iife.ts?iife';
import { toFailure } from '../core/failure.ts';
import { inject } from '../platform/frame-scripts.ts';
import { type Args, askFrame, type Frame } from '../platform/messaging.ts';
import type { ToFrame } from '../protocol.ts';

/**
 * Asks the finder of a frame, which comes when it is first needed; so does the watcher in a tab that was open before Foil, or
 * before its update.
 *
 * @throws Failure `page-closed`, `page-protected`, or what the finder failed with
 */
export async function askFinder<Name extends keyof ToFrame>(
  frame: Frame,
  name: Name,
  ...args: Args<ToFrame[Name]>
): Promise<unknown> {
  try {
    return await askFrame(frame, name, ...args);
  } catch (error) {
    if (toFailure(error).kind !== 'no-reply') throw error;
    await inject(frame, watcher, finder);
    return askFrame(frame, name, ...args);
  }
}
