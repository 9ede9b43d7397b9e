import { type Candidate, parseSrcset } from '../../core/srcset.ts';
import { absolute } from './finder.ts';

/** What an `<img>` and the `<source>`s of its `<picture>` offer to the browser. */
export interface Offer extends Candidate {
  /** The `sizes` that stand beside it. */
  readonly sizes: string;
}

/** Sources of one `<picture>` that are read. */
const MOST = 16;

/** Everything an image may show instead, absolute, in the order written. */
export function offersOf(image: HTMLImageElement): readonly Offer[] {
  const picture = image.parentElement instanceof HTMLPictureElement ? image.parentElement : undefined;
  const sources = [...(picture?.children ?? [])].slice(0, MOST).filter((child) => child instanceof HTMLSourceElement);
  return [...sources.filter(({ media }) => media === '' || matchMedia(media).matches), image].flatMap(read);
}

function read({ srcset, sizes }: { readonly srcset: string; readonly sizes: string }): Offer[] {
  return parseSrcset(srcset).flatMap((candidate) => {
    const url = absolute(candidate.url);
    return url === '' ? [] : [{ ...candidate, url, sizes }];
  });
}

/** Those that have more pixels than the one shown, the largest first. A density and a width cannot be compared. */
export function largerOffers(offers: readonly Offer[], shown: string): readonly string[] {
  const chosen = offers.filter(({ url }) => url === shown);
  const width = Math.max(0, ...chosen.map((offer) => offer.width ?? 0));
  const density = Math.max(1, ...chosen.map((offer) => offer.density ?? 1));
  const isLarger = (offer: Offer) =>
    offer.url !== shown && (offer.width === undefined ? (offer.density ?? 1) > density : offer.width > width);
  const size = (offer: Offer) => offer.width ?? offer.density ?? 1;
  return offers
    .filter(isLarger)
    .sort((a, b) => size(b) - size(a))
    .map(({ url }) => url);
}

/**
 * How many pixels of its file an image has for each of its natural CSS pixels, or nothing where that cannot be told: then its
 * natural size is no measure of the file (HARD-CASES.md, 9).
 */
export function densityOf(offers: readonly Offer[], shown: string): number | undefined {
  const densities = new Set(offers.filter(({ url }) => url === shown).map(densityIn));
  if (densities.size === 0) return 1;
  const [only] = densities;
  return densities.size === 1 ? only : undefined;
}

function densityIn({ density, width, sizes }: Offer): number | undefined {
  if (width === undefined) return density;
  const size = sourceSize(sizes);
  return size === undefined || size <= 0 ? undefined : width / size;
}

/** The `sizes` that apply, in CSS pixels, where they are lengths of the simple kinds. */
function sourceSize(sizes: string): number | undefined {
  for (const size of sizes.slice(0, 2_000).split(',')) {
    if (/\b(calc|min|max|clamp)\(/i.test(size)) return undefined;
    const [, condition = '', length = ''] = /^\s*(.*?)\s*(\S*)\s*$/s.exec(size) ?? [];
    if (condition !== '' && !matchMedia(condition).matches) continue;
    return length === '' ? innerWidth : pixelsOf(length);
  }
  return innerWidth;
}

function pixelsOf(length: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)(px|vw|vh)$/i.exec(length) ?? [];
  if (number === '') return undefined;
  const unitSize = { px: 1, vw: innerWidth / 100, vh: innerHeight / 100 }[unit.toLowerCase()];
  return unitSize === undefined ? undefined : Number(number) * unitSize;
}
