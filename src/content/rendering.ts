import type { Rect } from '../core/rect.ts';
import { around, bodyOf, nameOf, rectOf } from './dom.ts';

/** An element and all that it is drawn within, shadow roots left behind. */
export function ancestorsOf(element: Element): readonly Element[] {
  return [...around(element)];
}

/** Moved and scaled at most: neither turned nor skewed nor mirrored nor in perspective. */
export function isUpright(element: Element): boolean {
  const { transform, rotate, perspective, offsetPath } = getComputedStyle(element);
  if (rotate !== 'none' || perspective !== 'none' || offsetPath !== 'none') return false;
  if (transform === 'none') return true;
  const { is2D, a, b, c, d } = new DOMMatrixReadOnly(transform);
  return is2D && b === 0 && c === 0 && a > 0 && d > 0;
}

/** Corners may be rounded by this share of a side: what that cuts off is less than a cell of a look. */
const ROUNDED = 0.1;

/** Adds nothing of its own to the pixels of what is drawn within. */
export function isPlain(element: Element): boolean {
  const style = getComputedStyle(element);
  const untouched = [style.filter, style.maskImage, style.clipPath].every((value) => value === 'none');
  const moving = Element.prototype.getAnimations.call(element).some(({ playState }) => playState === 'running');
  return untouched && !moving && style.opacity === '1' && style.mixBlendMode === 'normal' && !isRounded(element, style);
}

function isRounded(element: Element, style: CSSStyleDeclaration): boolean {
  const cuts = style.overflow !== 'visible' || !(element instanceof HTMLElement) || element.childElementCount === 0;
  const corners = [style.borderTopLeftRadius, style.borderTopRightRadius, style.borderBottomLeftRadius];
  const side = Math.min(element.clientWidth, element.clientHeight);
  const most = Math.max(...corners.map((radius) => parseFloat(radius) * (radius.includes('%') ? side / 100 : 1)));
  return cuts && most > side * ROUNDED;
}

const EVERYTHING: Rect = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

/** What an element lets be seen of what it holds. The document's own overflow is the viewport's. */
export function clipOf(element: Element): Rect {
  const { overflowX, overflowY, display } = getComputedStyle(element);
  const isRoot = nameOf(element) === 'html' || element === bodyOf(document);
  if (isRoot || display === 'contents' || display === 'inline') return EVERYTHING;
  const box = rectOf(element);
  const across = overflowX === 'visible' ? EVERYTHING : box;
  const down = overflowY === 'visible' ? EVERYTHING : box;
  return { x: across.x, width: across.width, y: down.y, height: down.height };
}
