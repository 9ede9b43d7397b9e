import { nameOf, queryAll, rectOf } from './dom.ts';
import { elementsAt } from './elements-at.ts';

/** How many elements below a point are looked at: a cover or two over what is seen. And images within the topmost of them. */
const MOST = { deep: 8, within: 16 };

/** Elements that show a picture by what they are. */
const SHOWS = 'img,input[type=image],canvas,video,image,object,embed';

/**
 * Whether an image may be seen at a point of the frame, though the browser's own menu for images does not come up there. A
 * cheap guess, for a pointer that rests: the finder decides.
 */
export function mayShowImage(x: number, y: number): boolean {
  const stack = elementsAt(x, y).slice(0, MOST.deep);
  const [top] = stack;
  if (!top || isNative(top)) return false;
  return stack.some((element) => matches(element) || isPainted(element)) || holdsImage(top, x, y);
}

function isNative(element: Element): boolean {
  return element instanceof HTMLImageElement || (element instanceof HTMLInputElement && element.type === 'image');
}

function matches(element: Element): boolean {
  return Element.prototype.matches.call(element, SHOWS) || nameOf(element) === 'use';
}

function isPainted(element: Element): boolean {
  return [undefined, '::before', '::after'].some((pseudo) => {
    const { backgroundImage, content, borderImageSource, listStyleImage, maskImage } = getComputedStyle(
      element,
      pseudo,
    );
    // `image-set()` holds one as well.
    return (backgroundImage + content + borderImageSource + listStyleImage + maskImage).includes('url("');
  });
}

/** An image that the pointer passes by (HARD-CASES.md, 2); all of the page's would take too long. */
function holdsImage(top: Element, x: number, y: number): boolean {
  if (top instanceof HTMLBodyElement || top instanceof HTMLHtmlElement) return false;
  return [...queryAll(top, SHOWS)].slice(0, MOST.within).some((image) => {
    const { left, right, top, bottom } = rectOf(image);
    return left <= x && x <= right && top <= y && y <= bottom;
  });
}
