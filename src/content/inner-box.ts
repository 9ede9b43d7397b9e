import type { Rect } from '../core/rect.ts';
import { rectOf } from './dom.ts';

/** What a box holds within its borders and paddings, in CSS pixels of the frame's viewport; for elements that are not rotated. */
export function contentBox(element: Element, style: CSSStyleDeclaration): Rect {
  const inset = (side: string) => pixels(style, `padding-${side}`) + pixels(style, `border-${side}-width`);
  return insetBy(element, inset);
}

export function paddingBox(element: Element, style: CSSStyleDeclaration): Rect {
  return insetBy(element, (side) => pixels(style, `border-${side}-width`));
}

/** Borders and paddings are in the element's own pixels, which a transform may scale. */
function insetBy(element: Element, inset: (side: string) => number): Rect {
  const { x, y, width, height } = rectOf(element);
  const own = element instanceof HTMLElement ? element : undefined;
  const [across, down] = [width / (own?.offsetWidth || width), height / (own?.offsetHeight || height)];
  const [left, top] = [inset('left') * across || 0, inset('top') * down || 0];
  const [right, bottom] = [inset('right') * across || 0, inset('bottom') * down || 0];
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  };
}

function pixels(style: CSSStyleDeclaration, property: string): number {
  return Number.parseFloat(style.getPropertyValue(property)) || 0;
}
