import { intersect, type Rect, shareOf } from '../core/rect.ts';
import type { Place, Subject, View } from '../protocol.ts';
import { isCovered } from './covered.ts';
import { imageBox } from './image-box.ts';
import { ancestorsOf, clipOf, isPlain, isUpright } from './rendering.ts';
import { stillShown } from './still-shown.ts';

/** What is thinner than this, in CSS pixels, is not looked at. */
const LEAST = 8;

/** Where an image is seen, and how much of it; nothing where it is out of sight or turned. */
export function placeOf(subject: Subject): Place | undefined {
  const element = stillShown(subject);
  if (!element || document.hidden || (visualViewport?.scale ?? 1) !== 1) return undefined;
  const above = ancestorsOf(element);
  if (!above.every(isUpright)) return undefined;
  const { image, frame, exact } = imageBox(element);
  const meant = intersect(image, frame);
  const seen = [viewport(), ...above.slice(1).map(clipOf)].reduce(intersect, meant);
  if (seen.width < LEAST || seen.height < LEAST) return undefined;
  const free = !isCovered(element, seen);
  const whole = free && meant.width - seen.width < 1 && meant.height - seen.height < 1;
  return { ...seen, part: shareOf(seen, image), whole, plain: exact && free && above.every(isPlain) };
}

/** Without scroll bars. (A document in quirks mode says its own height for its element's.) */
function viewport(): Rect {
  const { width = innerWidth, height = innerHeight } = visualViewport ?? {};
  return { x: 0, y: 0, width, height };
}

export function viewOf(): View {
  const { innerWidth: width, innerHeight: height, devicePixelRatio: scale, origin } = window;
  return { width, height, scale, origin, ...offsetOf(window) };
}

/** Frames of one origin know where they lie in the next; the others do not (nor do we, from here). */
function offsetOf(view: Window): { x: number; y: number } | undefined {
  if (view === view.top) return { x: 0, y: 0 };
  const holder = view.frameElement;
  const around = holder?.ownerDocument.defaultView;
  const outer = around && ancestorsOf(holder).every(isUpright) ? offsetOf(around) : undefined;
  if (!holder || !outer) return undefined;
  const { x, y } = holder.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(holder);
  const inset = { x: holder.clientLeft + parseFloat(paddingLeft), y: holder.clientTop + parseFloat(paddingTop) };
  return { x: outer.x + x + inset.x, y: outer.y + y + inset.y };
}
