import type { Rect } from '../../core/rect.ts';
import type { Tag } from '../../core/tag.ts';
import { element, hidden } from '../ours.ts';
import { addOverlay } from '../overlays.ts';
import { own } from '../own-hosts.ts';
import { RING_STYLE, SHIFT } from './style.ts';

/** Where a ring goes, in CSS pixels of the frame's viewport. */
export interface Spot {
  readonly box: Rect;
  /** What of the box is seen; the box itself where nothing cuts it. */
  readonly seen: Rect;
  /** In CSS pixels. */
  readonly radius: number;
}

export interface Ring {
  /** Draws it there, or nowhere. @returns whether that is another place than before */
  put(spot: Spot | undefined, origin: Origin): boolean;
  remove(): void;
}

/** Where the layer's own zero is now: it scrolls with the page, and so do the rings, without any work of ours. */
export interface Origin {
  readonly x: number;
  readonly y: number;
}

export interface Layer {
  origin(): Origin;
  ring(tag: Tag): Ring;
}

/** Pictures this small, in CSS pixels, get a finer ring. */
const SMALL = 72;
const TINY = 40;

/** A corner this round, in CSS pixels, leaves no room for the badge: it moves in, along the diagonal. */
const ROUND = 12;
const DIAGONAL = 1 - Math.SQRT1_2;
const OVERLAP = 3;

/** One element that holds all rings, the same on every page, whatever is captured on it: no page sees into it. */
export function raiseLayer(signal: AbortSignal): Layer {
  const { host, root } = hidden(RING_STYLE);
  own(host);
  const rings = element('div', 'rings');
  root.append(makeShift(), rings);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
  addOverlay((away) => {
    const changes = rings.hidden !== away && rings.childElementCount > 0;
    rings.hidden = away;
    return changes;
  }, signal);
  return { origin: () => host.getBoundingClientRect(), ring: (tag) => makeRing(rings, tag) };
}

function makeRing(rings: HTMLElement, tag: Tag): Ring {
  const ring = element('div', `ring ${tag}`);
  const badge = element('i', 'badge');
  ring.append(badge);
  let before: string | undefined;
  const put = (spot: Spot | undefined, origin: Origin) => {
    const place = spot && relative(spot, origin);
    const now = JSON.stringify(place) ?? 'nowhere';
    if (now === before) return false;
    before = now;
    if (!place) ring.remove();
    else if (!ring.isConnected) rings.append(ring);
    if (place) move(ring, badge, place);
    return true;
  };
  return { put, remove: () => ring.remove() };
}

/** Tenths of a pixel: less is no movement. */
function relative({ box, seen, radius }: Spot, { x, y }: Origin): Spot {
  const round = (value: number) => Math.round(value * 10) / 10;
  const moved = (rect: Rect) => ({
    x: round(rect.x - x),
    y: round(rect.y - y),
    width: round(rect.width),
    height: round(rect.height),
  });
  return { box: moved(box), seen: moved(seen), radius: round(radius) };
}

function move(ring: HTMLElement, badge: HTMLElement, { box, seen, radius }: Spot): void {
  const [left, top] = [seen.x - box.x, seen.y - box.y];
  const [right, bottom] = [box.width - seen.width - left, box.height - seen.height - top];
  const isCut = [left, top, right, bottom].some((side) => side > 0.5);
  const side = Math.min(box.width, box.height);
  const round = Math.min(radius, side / 2);
  const inward = round > ROUND ? round * DIAGONAL - OVERLAP : 0;
  ring.classList.toggle('small', side < SMALL);
  ring.classList.toggle('tiny', side < TINY);
  ring.classList.toggle('round', inward > 0);
  ring.style.transform = `translate(${box.x}px, ${box.y}px)`;
  ring.style.width = `${box.width}px`;
  ring.style.height = `${box.height}px`;
  ring.style.borderRadius = `${round}px`;
  ring.style.clipPath = isCut ? `inset(${top}px ${right}px ${bottom}px ${left}px)` : '';
  badge.style.transform = `translate(${Math.max(left, inward)}px, ${Math.max(top, inward)}px)`;
}

/**
 * Rings are drawn beside the page, where nothing is, and brought into view by a filter. Chromium tells a page whether something
 * lies on its images (Intersection Observer 2), by where things are, not by where filters paint them: drawn in place, each ring
 * would give away its picture, and one layer over all would make sites believe that their buttons are covered.
 */
function makeShift(): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>, ...inner: SVGElement[]) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inner);
    return made;
  };
  const region = { x: `${-2 * SHIFT}`, y: '-1000000', width: `${4 * SHIFT}`, height: '2000000' };
  const offset = make('feOffset', { dx: `${SHIFT}`, dy: '0' });
  const filter = make('filter', { id: 'shift', filterUnits: 'userSpaceOnUse', ...region }, offset);
  filter.setAttribute('color-interpolation-filters', 'sRGB');
  return make('svg', { width: '0', height: '0' }, filter);
}
