import type { Glimpse } from './glimpse.ts';
import { share } from './world.ts';

/** Where the pointer was, in CSS pixels of the frame's viewport. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Where that viewport begins on the screen, by the event's word, which counts in pixels of a page that is not zoomed. */
  readonly frameX: number;
  readonly frameY: number;
  /** In ms since 1970. */
  readonly at: number;
}

/** What was under the pointer when the person last pressed it, or opened a menu. */
export interface Sight extends Spot {
  /** The topmost first, shadow roots opened. */
  readonly elements: readonly Element[];
  /** What they showed then: a page may show something else by now (HARD-CASES.md, 7). */
  readonly glimpses: ReadonlyMap<Element, Glimpse>;
}

/** Written by the watcher, which is in every page; read by the finder, which comes when it is needed. */
export const sight = share<Sight>('sight');

/** Where the pointer was last, pressed or not. */
export const pointer = share<Spot>('pointer');
