import { shownByValue } from './css-value.ts';
import type { Finder } from './finder.ts';

/** `mask-image`: only its shape is seen, so it comes last. */
export const findMaskImage: Finder = (element) => shownByValue(getComputedStyle(element).maskImage);
