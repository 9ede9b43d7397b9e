/** How finely a change of what is seen of an element is told. */
const STEPS = Array.from({ length: 21 }, (_, index) => index / 20);

/**
 * Tells when an element is no longer where it is now, or as large, or cut off otherwise. The browser looks, not we: the
 * observer's root is drawn in around the element, so that any movement shows less of it there.
 */
export function watchPlace(element: Element, moved: () => void, signal: AbortSignal): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const insets = [top, clientWidth - left - width, clientHeight - top - height, left];
  const rootMargin = insets.map((inset) => `${-Math.floor(inset)}px`).join(' ');
  let first = true;
  const places = new IntersectionObserver(
    ([entry]) => {
      const now = entry?.boundingClientRect;
      // The first comes unasked, and tells what it found.
      if (!first || now?.left !== left || now.top !== top) moved();
      first = false;
    },
    { root: document, rootMargin, threshold: STEPS },
  );
  places.observe(element);
  // Its first, too; a size that stays is no news.
  const sizes = new ResizeObserver(() => {
    const now = element.getBoundingClientRect();
    if (now.width !== width || now.height !== height) moved();
  });
  sizes.observe(element);
  signal.addEventListener('abort', () => {
    places.disconnect();
    sizes.disconnect();
  });
}
