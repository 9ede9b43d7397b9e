import type { Rect } from '../core/rect.ts';
import type { View } from '../protocol.ts';
import { queryAll, rectOf } from './dom.ts';
import { contentBox } from './inner-box.ts';
import { pointer, sight } from './sight.ts';

/** Frames of a page that are told of. */
const MOST = 100;

export function viewOf(): View {
  const { innerWidth: width, innerHeight: height, devicePixelRatio: scale, origin } = window;
  return {
    width,
    height,
    scale,
    origin,
    ...spotOnScreen(),
    ...(window === top ? { x: 0, y: 0, frames: framesHere() } : inTop()),
  };
}

/** Where the viewport lies on the screen, by the last event of a pointer in it. */
function spotOnScreen(): Pick<View, 'screen'> {
  const { frameX, frameY } = pointer.get() ?? sight.get() ?? {};
  return frameX === undefined || frameY === undefined ? {} : { screen: { x: frameX, y: frameY } };
}

/** Where the page's frames show what they hold. */
function framesHere(): readonly Rect[] {
  const frames = [...queryAll(document, 'iframe, frame')].slice(0, MOST);
  return frames.filter(isUnscaled).map((frame) => contentBox(frame, getComputedStyle(frame)));
}

function isUnscaled(frame: Element): boolean {
  const { width, height } = rectOf(frame);
  const own = frame instanceof HTMLElement ? frame : undefined;
  return Math.abs(width - (own?.offsetWidth ?? 0)) < 1 && Math.abs(height - (own?.offsetHeight ?? 0)) < 1;
}

/** Frames of one origin know where they lie in the next. Of another's only the top frame can say, which sees those in itself. */
function inTop(): Partial<View> {
  const offset = offsetOf(window);
  return offset ?? (window.parent === top ? { isInTop: true } : {});
}

function offsetOf(view: Window): { x: number; y: number } | undefined {
  if (view === view.top) return { x: 0, y: 0 };
  const holder = view.frameElement;
  const outer = holder?.ownerDocument.defaultView && offsetOf(holder.ownerDocument.defaultView);
  if (!holder || !outer || !isUnscaled(holder)) return undefined;
  const { x, y } = contentBox(holder, getComputedStyle(holder));
  return { x: outer.x + x, y: outer.y + y };
}
