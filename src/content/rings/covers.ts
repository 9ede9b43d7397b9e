import type { Rect } from '../../core/rect.ts';
import { ancestorsOf } from '../rendering.ts';

export interface Cover {
  readonly element: Element;
  readonly rect: Rect;
}

/** Shares of the window's width and height at which is looked, the edges last. */
const ACROSS = [0.05, 0.5, 0.95];
const DOWN = [0.25, 0.5, 0.75];

/** In CSS pixels from the edge of the window. */
const EDGE = 3;

/** What stays put on the window and lies on the page: headers, banners, dialogs. Rings are the page's, and lie beneath. */
export function findCovers(): readonly Element[] {
  const { clientWidth, clientHeight } = document.documentElement;
  const rows = [EDGE, ...DOWN.map((share) => share * clientHeight), clientHeight - EDGE];
  const hits = new Set(rows.flatMap((y) => ACROSS.map((share) => document.elementFromPoint(share * clientWidth, y))));
  const stays = new Map<Element, boolean>();
  const doesStay = (element: Element) => {
    const known = stays.get(element) ?? /fixed|sticky/.test(getComputedStyle(element).position);
    stays.set(element, known);
    return known;
  };
  const found = [...hits].flatMap((hit) => (hit ? (ancestorsOf(hit).find(doesStay) ?? []) : []));
  return [...new Set(found)];
}

/** Where they are now. */
export function place(covers: readonly Element[]): Cover[] {
  return covers.map((element) => ({ element, rect: element.getBoundingClientRect() }));
}
