/** How many elements below a point are looked at: a transparent cover or two over what is seen. */
const DEPTH = 8;

/** Elements that show a picture by what they are, and on which the browser itself sees no image. */
const SHOWS = new Set(['canvas', 'video', 'image', 'object', 'embed']);

/**
 * Whether an image may be seen at a point of the frame, though the browser's own menu for images does not come up there. A
 * cheap guess, for a pointer that rests: the finder decides.
 */
export function mayShowImage(x: number, y: number): boolean {
  const stack = document.elementsFromPoint(x, y).slice(0, DEPTH);
  const [top] = stack;
  if (isNative(top)) return false;
  return stack.some((element) => isNative(element) || SHOWS.has(element.localName) || isPainted(element));
}

function isNative(element: Element | undefined): boolean {
  return element instanceof HTMLImageElement || (element instanceof HTMLInputElement && element.type === 'image');
}

function isPainted(element: Element): boolean {
  return getComputedStyle(element).backgroundImage.includes('url(');
}
