import { isSpacerAddress } from '../../core/spacer.ts';
import { type Finder, showing } from './finder.ts';

/** `<input type="image">`: a button that is a picture. */
export const findInputImage: Finder = (element) => {
  if (!(element instanceof HTMLInputElement) || element.type !== 'image') return [];
  return isSpacerAddress(element.src) ? [] : showing(element.src);
};
