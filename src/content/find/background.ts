import { shownByValue } from './css-value.ts';
import { type Finder, showing } from './finder.ts';
import { lazyBackgrounds } from './lazy.ts';

/** `background-image`, all layers; or what a lazy loader will put there. */
export const findBackground: Finder = (element) => {
  const shown = shownByValue(getComputedStyle(element).backgroundImage);
  if (shown.length > 0) return shown;
  const [later = '', ...larger] = lazyBackgrounds(element);
  return showing(later, { larger });
};
