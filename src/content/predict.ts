import { mayShowImage } from './may-show-image.ts';
import { pointer } from './sight.ts';
import { share } from './world.ts';

/** Ms without a move after which the pointer rests: less than a hand needs from there to a click. */
const REST = 60;

/** Firefox tells the background of a menu that opens; Chromium's has to be prepared before. */
const PREDICTS = !chrome.runtime.getURL('').startsWith('moz-');

/** What the background was told last: it is not told the same twice. What was chosen in a menu may have drawn it anew. */
const told = share<boolean | 'unsure'>('told');

/** Follows the pointer in this frame, and tells the background when it comes to rest on, or leaves, what may be an image. */
export function predictMenu(signal: AbortSignal): void {
  if (!PREDICTS) return;
  const options = { capture: true, passive: true, signal };
  let resting = 0;
  const leave = ({ isTrusted }: Event) => {
    if (!isTrusted) return;
    clearTimeout(resting);
    tell(false);
  };
  const rest = (event: PointerEvent) => {
    // A page can make events of its own, as many as it likes.
    if (!event.isTrusted) return;
    clearTimeout(resting);
    const look = () => tell(mayShowImage(event.clientX, event.clientY));
    if (event.type === 'pointerdown') look();
    else resting = window.setTimeout(look, REST);
  };
  // A page that scrolls below a pointer moves nothing: only what the pointer is over has changed.
  for (const type of ['pointermove', 'pointerover', 'pointerdown'] as const) addEventListener(type, rest, options);
  addEventListener('pointerout', (event) => event.relatedTarget === null && leave(event), options);
  addEventListener('pagehide', leave, options);
  document.addEventListener('visibilitychange', (event) => document.hidden && leave(event), options);
  addEventListener('contextmenu', ({ isTrusted }) => isTrusted && told.get() && told.set('unsure'), options);
}

function tell(is: boolean): void {
  if ((told.get() ?? false) === is) return;
  told.set(is);
  // An update leaves old scripts behind, without an extension to talk to.
  void chrome.runtime?.sendMessage?.({ foil: 'pointed', args: [is] }).catch(() => undefined);
}

/** When the pointer was last seen in this frame; 1 where nobody watched until now and it is here; otherwise 0. */
export function seenLast(): number {
  const inner = document.querySelector(':hover:not(:has(:hover))');
  const here = inner !== null && !(inner instanceof HTMLIFrameElement);
  return pointer.get()?.at ?? (here ? 1 : 0);
}
