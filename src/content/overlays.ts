import { isHidden } from './dom.ts';
import { share } from './world.ts';

/** What we draw on a page: each can be put away while a picture of the tab is taken. Returns whether that changed anything. */
type Overlay = (away: boolean) => boolean;

const drawn = share<Set<Overlay>>('overlays');

/** Left to themselves they come back: the background may have died with the picture. In ms. */
const AT_MOST = 3_000;

let timer = 0;

export function addOverlay(overlay: Overlay, signal: AbortSignal): void {
  const all = drawn.get() ?? new Set();
  drawn.set(all.add(overlay));
  signal.addEventListener('abort', () => all.delete(overlay));
}

/** Settles when the frame was drawn without them, or with them again. */
export async function putOverlaysAway(away: boolean): Promise<void> {
  clearTimeout(timer);
  if (away) timer = window.setTimeout(putOverlaysAway, AT_MOST, false);
  const changed = [...(drawn.get() ?? [])].map((overlay) => overlay(away));
  if (changed.includes(true)) await nextPicture();
}

/** The second callback comes when what the first one found has been drawn. A hidden page draws nothing, and calls nothing back. */
function nextPicture(): Promise<void> {
  if (isHidden()) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
