import watcher from '../content/watcher.iife.ts?iife';
import { numberAt, textAt } from '../core/json.ts';
import type { Intent } from '../db/schema.ts';
import { injectInAll } from '../platform/frame-scripts.ts';
import { askFrame } from '../platform/messaging.ts';

/**
 * The frame that saw the pointer last, and its address by the word of our script there; the top frame where none did.
 *
 * @throws Failure `page-closed`, `page-protected`
 */
export async function findPointer({
  tabId,
  pageUrl,
}: Pick<Intent, 'tabId' | 'pageUrl'>): Promise<Pick<Intent, 'frameId' | 'frameUrl'>> {
  const frames = await injectInAll(tabId, watcher);
  const seen = await Promise.all(frames.map((frameId) => whenSeen(tabId, frameId)));
  const [last] = seen.filter(({ at }) => at > 0).sort((a, b) => b.at - a.at);
  const frameId = last?.frameId ?? 0;
  // The browser's own word for the top frame's.
  return { frameId, frameUrl: frameId === 0 ? pageUrl : (last?.url ?? '') };
}

async function whenSeen(tabId: number, frameId: number) {
  // A frame that is going, or hangs, has not the pointer.
  const answer = await askFrame({ tabId, frameId }, 'seen').catch(() => undefined);
  return { frameId, at: numberAt(answer, 'at') ?? 0, url: textAt(answer, 'url') ?? '' };
}
