import type { Way } from '../../../src/core/capture.ts';
import type messages from '../../../src/public/_locales/en/messages.json';

/** What a row has to end with. */
export type Expected =
  /** The server's bytes: a photograph of the page's own, or a fixture. */
  | { readonly picture: string; readonly way: Way }
  /** Bytes that nobody can have: what is shown of it, drawn or as a screenshot, has to look like this photograph. */
  | { readonly looks: string; readonly way: Way; readonly because: string }
  /** Nothing can be had: why, and the words that the person gets instead. */
  | { readonly word: keyof typeof messages; readonly because: string };

/**
 * How the person points: in the browser's own menu for images; in that for pages, videos or canvases, where Chromium sees no image and
 * Foil's entry has to be prepared while the pointer rests; with Shift held; or by Foil's key with the pointer on the image.
 */
export type By = 'menu' | 'page-menu' | 'media-menu' | 'shift' | 'key';

/** One hard case, with a page of its own in `test/site/hard-cases`. */
export interface Row {
  /** The page's file, without `.html`; its title says what the case is. */
  readonly page: string;
  /** Where HARD-CASES.md speaks of it: its number, or the letter of a way. */
  readonly of: string;
  readonly expected: Expected;
  /** Where Firefox gives something else; otherwise the same. */
  readonly inFirefox?: Expected;
  readonly by?: By;
  readonly byInFirefox?: By;
  /** The host that the page is opened under, instead of 127.0.0.1. */
  readonly host?: string;
  /** The frames to go into, the outermost first. */
  readonly frames?: readonly string[];
  /** What has to be true in the innermost frame before anybody points; `it.complete` where that is not enough said. */
  readonly ready?: string;
  /** The same once the pointer rests on it. */
  readonly hovered?: string;
  /** The page's answer never ends: it is not waited for. */
  readonly endless?: true;
  /** Where to point: shares of the element's width and height. The middle, unless told otherwise. */
  readonly at?: readonly [x: number, y: number];
  /** What is pointed at, instead of `#it`. */
  readonly it?: string;
  /** It has to be scrolled to before it is there. */
  readonly scrolled?: true;
  /** The person has made the page larger. */
  readonly zoomed?: true;
  /** The size of a larger version that is offered besides. */
  readonly offers?: string;
}

export function expectedIn(browser: 'chromium' | 'firefox', row: Row): Expected {
  return browser === 'firefox' ? (row.inFirefox ?? row.expected) : row.expected;
}

export function nameOf({ of, page, by = 'menu' }: Row): string {
  return `${of}: ${page}${by === 'key' ? ', by key' : ''}`;
}
