import { around, rectOf } from '../dom.ts';

/** Whether an element is drawn at all: not hidden, nor wholly transparent. */
export function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
}

/** How far a point is from an element, in CSS pixels; 0 within it. Nothing where it has no area. */
export function distanceTo(element: Element, x: number, y: number): number | undefined {
  const { left, right, top, bottom } = rectOf(element);
  if (right - left < 1 || bottom - top < 1) return undefined;
  return Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
}

/** Whether what is around an element cuts it away at a point. */
export function isCutAway(element: Element, x: number, y: number): boolean {
  for (const outer of around(element, 32)) {
    if (outer === element || (distanceTo(outer, x, y) ?? 0) === 0) continue;
    if (getComputedStyle(outer).overflow !== 'visible') return true;
  }
  return false;
}
