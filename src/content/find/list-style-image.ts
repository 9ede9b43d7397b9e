import { shownByValue } from './css-value.ts';
import type { Finder } from './finder.ts';

/** `list-style-image`: inherited by everything in a list, seen beside list items alone. */
export const findListStyleImage: Finder = (element) => {
  const { display, listStyleImage } = getComputedStyle(element);
  return display.includes('list-item') ? shownByValue(listStyleImage) : [];
};
