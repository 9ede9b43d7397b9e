import { around, rectOf } from '../dom.ts';

/** In CSS pixels of the frame's viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a point is from an element, in CSS pixels: 0 within it, endlessly far where it has no area. */
export function distanceTo(element: Element, { x, y }: Point): number {
  const { left, right, top, bottom } = rectOf(element);
  if (right - left < 1 || bottom - top < 1) return Number.POSITIVE_INFINITY;
  return Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
}

/** Whether what is around an element cuts it away at a point. */
export function isCutAway(element: Element, point: Point): boolean {
  for (const outer of around(element, 32)) {
    const distance = outer === element ? 0 : distanceTo(outer, point);
    if (distance > 0 && Number.isFinite(distance) && getComputedStyle(outer).overflow !== 'visible') return true;
  }
  return false;
}
