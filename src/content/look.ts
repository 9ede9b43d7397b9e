import { LOOK_SIDE, type Look, lookFrom } from '../core/look.ts';
import type { Subject } from '../protocol.ts';
import { isDrawable, isNoisy, readPixels } from './canvas.ts';
import { hasCome, stillShown } from './still-shown.ts';

/** How an image looks on the page; nothing where its pixels may not be read. */
export function lookAt(subject: Subject): Look | undefined {
  const element = stillShown(subject);
  if (!element || !hasCome(element) || !isDrawable(element) || isNoisy()) return undefined;
  try {
    return lookFrom(readPixels(element, LOOK_SIDE, LOOK_SIDE).data);
  } catch {
    // Of another origin: to be seen, not to be read.
    return undefined;
  }
}
