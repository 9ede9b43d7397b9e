import { mayShowImage } from './may-show-image.ts';
import { share } from './world.ts';

/** Ms without a move after which the pointer rests: less than a hand needs from there to a click. */
const REST = 60;

/** Firefox tells the background of a menu that opens; Chromium's has to be prepared before. */
const PREDICTS = !chrome.runtime.getURL('').startsWith('moz-');

/** When the pointer was last in this frame, in ms since 1970. */
const seenAt = share<number>('seen');

/** What the background was told last: it is not told the same twice. What was chosen in a menu may have drawn it anew. */
const told = share<boolean | 'unsure'>('told');

/** Follows the pointer in this frame, and tells the background when it comes to rest on, or leaves, what may be an image. */
export function predictMenu(signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  let resting = 0;
  const leave = () => {
    clearTimeout(resting);
    tell(false);
  };
  const rest = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    seenAt.set(Date.now());
    clearTimeout(resting);
    const look = () => tell(mayShowImage(event.clientX, event.clientY));
    if (event.type === 'pointerdown') look();
    else resting = window.setTimeout(look, REST);
  };
  // A page that scrolls below a pointer moves nothing: only what the pointer is over has changed.
  const events = PREDICTS ? (['pointermove', 'pointerover', 'pointerdown'] as const) : (['pointermove'] as const);
  for (const type of events) addEventListener(type, rest, options);
  addEventListener('pointerout', (event) => event.relatedTarget === null && leave(), options);
  addEventListener('pagehide', leave, options);
  document.addEventListener('visibilitychange', () => document.hidden && leave(), options);
  addEventListener('contextmenu', () => told.get() && told.set('unsure'), options);
}

function tell(is: boolean): void {
  if (!PREDICTS || (told.get() ?? false) === is) return;
  told.set(is);
  // An update leaves old scripts behind, without an extension to talk to.
  void chrome.runtime?.sendMessage?.({ foil: 'pointed', args: [is] }).catch(() => undefined);
}

/** When the pointer was last seen in this frame; 1 where nobody watched until now and it is here; otherwise 0. */
export function seenLast(): number {
  const inner = document.querySelector(':hover:not(:has(:hover))');
  const here = inner !== null && !(inner instanceof HTMLIFrameElement);
  return seenAt.get() ?? (here ? 1 : 0);
}
