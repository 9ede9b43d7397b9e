import type { Rect } from '../core/rect.ts';
import { childrenOf, nameOf, treeOf } from './dom.ts';

/** Points a side at which is looked for something on top. */
const POINTS = 4;

/** Whether something that can be seen lies on an element, as far as the pointer would meet it. */
export function isCovered(element: Element, { x, y, width, height }: Rect): boolean {
  const root = treeOf(element);
  const tree = root instanceof ShadowRoot ? root : document;
  const shares = Array.from({ length: POINTS }, (_, index) => (index + 0.5) / POINTS);
  return shares.some((across) =>
    shares.some((down) => {
      const stack = tree.elementsFromPoint(x + width * across, y + height * down);
      // What the pointer passes through (`pointer-events: none`) is not in the stack, and neither is what lies on it.
      const depth = stack.indexOf(element);
      return stack.slice(0, Math.max(0, depth)).some(isVisible);
    }),
  );
}

/** Transparent layers over images are common (HARD-CASES.md, 1): they hide nothing. */
function isVisible(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.visibility !== 'visible' || style.opacity === '0') return false;
  const isOwnPicture = /^(img|video|canvas|svg|iframe|input|object|embed)$/i.test(nameOf(element));
  const hasText = [...childrenOf(element)].some((node) => node instanceof Text && node.data.trim() !== '');
  const isPainted = style.backgroundImage !== 'none' || !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor);
  return isOwnPicture || hasText || isPainted;
}
