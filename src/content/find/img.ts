import { isSpacerAddress } from '../../core/spacer.ts';
import { shownAddress } from '../shown-address.ts';
import { absolute, type Finder, type Showing, showing } from './finder.ts';
import { lazyAddresses, noscriptAddresses } from './lazy.ts';
import { densityOf, largerOffers, offersOf } from './srcset.ts';

/** `<img>`, alone or in a `<picture>`, with or without `srcset`: `currentSrc` is what the person saw. */
export const findImg: Finder = (image) => {
  if (!(image instanceof HTMLImageElement)) return [];
  const lazy = lazyAddresses(image);
  const shown = isSpacer(image) ? [] : shownBy(image, lazy);
  if (shown.length > 0 && !isBlur(image)) return shown;
  const [later = '', ...larger] = lazy.length > 0 ? lazy : shown.length > 0 ? [] : noscriptAddresses(image);
  return [...showing(later, { larger }), ...shown];
};

function shownBy(image: HTMLImageElement, lazy: readonly string[]): Showing[] {
  const url = absolute(shownAddress(image));
  const offers = offersOf(image);
  if (url === '')
    return offers.slice(0, 1).flatMap((offer) => showing(offer.url, { larger: largerOffers(offers, offer.url) }));
  const larger = [...largerOffers(offers, url), ...lazy.filter((other) => other !== url)];
  return showing(url, { ...sizeOf(image, densityOf(offers, url) ?? 0), decoded: isDecoded(image), larger });
}

function isDecoded(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth > 0;
}

/** Of the file: its natural size is in CSS pixels, of which a density makes fewer. Rounded before, it can be a pixel off. */
function sizeOf({ naturalWidth, naturalHeight }: HTMLImageElement, density: number) {
  return { width: Math.round(naturalWidth * density), height: Math.round(naturalHeight * density) };
}

/** What stands where an image will be: no address, or one of a pixel or two, however large it is drawn. */
function isSpacer(image: HTMLImageElement): boolean {
  const { currentSrc, src, naturalWidth, naturalHeight } = image;
  const isTiny = isDecoded(image) && naturalWidth <= 2 && naturalHeight <= 2;
  return isTiny || isSpacerAddress(currentSrc || src);
}

/** A few pixels, blown up, until the image comes: 4 times and 64 pixels part such previews from small images in trials. */
function isBlur(image: HTMLImageElement): boolean {
  const { naturalWidth, width } = image;
  return isDecoded(image) && naturalWidth <= 64 && width >= 4 * naturalWidth;
}
