import { share } from './world.ts';

/** How many elements below a point are looked at: a transparent cover or two over what is seen. */
const DEPTH = 8;

/** Elements that show a picture by what they are, and on which the browser itself sees no image. */
const SHOWS = new Set(['canvas', 'video', 'image', 'object', 'embed']);

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
    const look = () => tell(mayBeImageAt(event.clientX, event.clientY));
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

/**
 * Whether an image may be seen at a point of the frame, though the browser's own menu for images does not come up there. A
 * cheap guess, for a pointer that rests: the finder decides.
 */
function mayBeImageAt(x: number, y: number): boolean {
  const stack = document.elementsFromPoint(x, y).slice(0, DEPTH);
  const [top] = stack;
  if (isNative(top)) return false;
  return stack.some((element) => isNative(element) || SHOWS.has(element.localName) || isPainted(element));
}

function isNative(element: Element | undefined): boolean {
  return element instanceof HTMLImageElement || (element instanceof HTMLInputElement && element.type === 'image');
}

function isPainted(element: Element): boolean {
  return getComputedStyle(element).backgroundImage.includes('url(');
}
