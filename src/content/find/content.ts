import { shownByValue } from './css-value.ts';
import type { Finder } from './finder.ts';

/** `content` that takes the place of what an element is. */
export const findContent: Finder = (element) => shownByValue(getComputedStyle(element).content);
