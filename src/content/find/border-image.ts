import { shownByValue } from './css-value.ts';
import type { Finder } from './finder.ts';

export const findBorderImage: Finder = (element) => shownByValue(getComputedStyle(element).borderImageSource);
