import { share } from './world.ts';

/** What was under the pointer when the person last did something with it. */
export interface Sight {
  /** The innermost first, shadow roots opened. */
  readonly elements: readonly Element[];
  /** In CSS pixels of the frame's viewport. */
  readonly x: number;
  readonly y: number;
  /** What images showed then: a page may show something else by now (HARD-CASES.md, 7). */
  readonly sources: ReadonlyMap<Element, string>;
}

/** Written by the watcher, which is in every page; read by the finder, which comes when it is needed. */
export const sight = share<Sight>('sight');
