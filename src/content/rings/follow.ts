import type { Tag } from '../../core/tag.ts';
import { findCovers, place } from './covers.ts';
import type { Layer, Ring } from './layer.ts';
import { Spots } from './spot.ts';
import { watchPlace } from './watch-place.ts';

/** What may move or hide something; all else that does is seen by where it lies. */
const EVENTS = ['scroll', 'resize', 'transitionrun', 'transitionend', 'animationend', 'click', 'keyup', 'toggle'];

/** Frames without movement after which nothing is done any more; and between two looks at what lies on the page. */
const STILL = 3;

export interface Follower {
  /** Draws these rings and no others. */
  show(tags: ReadonlyMap<Element, Tag>): void;
  /** Something may have moved. */
  wake(): void;
}

/** Keeps rings where their elements are: frame by frame while anything moves, and not at all while nothing does. */
export function follow(layer: Layer, signal: AbortSignal): Follower {
  const rings = new Map<Element, { readonly tag: Tag; readonly ring: Ring }>();
  const spots = new Spots();
  let watch: AbortController | undefined;
  let covers: readonly Element[] = [];
  let frame = 0;
  let frames = 0;
  let still = 0;

  const wake = () => {
    still = 0;
    if (frame !== 0 || rings.size === 0 || signal.aborted) return;
    watch?.abort();
    spots.forget();
    frame = requestAnimationFrame(step);
  };

  const step = () => {
    // All is read before anything is written: the page is laid out once.
    if (frames++ % STILL === 0) covers = findCovers();
    const origin = layer.origin();
    const above = place(covers);
    const places = [...rings].map(([element, { ring }]) => ({ ring, spot: spots.of(element, above) }));
    const moved = places.filter(({ ring, spot }) => ring.put(spot, origin));
    still = moved.length > 0 ? 0 : still + 1;
    frame = still < STILL && !signal.aborted ? requestAnimationFrame(step) : 0;
    if (frame === 0) rest();
  };

  const rest = () => {
    watch = new AbortController();
    const ending = AbortSignal.any([watch.signal, signal]);
    for (const element of rings.keys()) watchPlace(element, wake, ending);
  };

  const show = (tags: ReadonlyMap<Element, Tag>) => {
    for (const [element, { tag, ring }] of rings) {
      if (tags.get(element) === tag) continue;
      ring.remove();
      rings.delete(element);
    }
    for (const [element, tag] of tags) if (!rings.has(element)) rings.set(element, { tag, ring: layer.ring(tag) });
    if (rings.size > 0) wake();
    else watch?.abort();
  };

  for (const event of EVENTS) addEventListener(event, wake, { capture: true, passive: true, signal });
  return { show, wake };
}
