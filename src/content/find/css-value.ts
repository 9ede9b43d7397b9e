import { imagesInCss } from '../../core/css-images.ts';
import { isSpacerAddress } from '../../core/spacer.ts';
import { type Showing, showing } from './finder.ts';

/** The images of a computed value, topmost first. */
export function shownByValue(value: string): readonly Showing[] {
  // Nearly all elements have none: nothing is read then.
  if (!value.includes('url(') && !value.includes('image-set(')) return [];
  const images = imagesInCss(value, devicePixelRatio).filter(({ url }) => !isSpacerAddress(url));
  return images.flatMap(({ url, larger }) => showing(url, { larger }));
}
