import { shownByValue } from './css-value.ts';
import type { Finder } from './finder.ts';

/** `::after` and `::before`, which are drawn in this order over their element. */
export const findBeforeAfter: Finder = (element) =>
  ['::after', '::before'].flatMap((pseudo) => shownBy(element, pseudo));

function shownBy(element: Element, pseudo: string) {
  const { content, display, backgroundImage, borderImageSource, maskImage } = getComputedStyle(element, pseudo);
  // Without content there is no such box, whatever its other properties say.
  if (content === 'none' || content === 'normal' || display === 'none') return [];
  return [content, backgroundImage, borderImageSource, maskImage].flatMap(shownByValue);
}
