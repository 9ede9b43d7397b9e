import type { Size } from './formats/format.ts';

/**
 * What came against what the page says it decoded. A density descriptor divides the page's sizes, by any ratio (`sizes`), and
 * sometimes by less than one: of the same shape, what came is then `larger`, or `smaller`.
 */
export type SizeMatch = 'same' | 'larger' | 'smaller' | 'different' | 'unknown';

/** Pixels that rounding may make of a side, after a division. */
const ROUNDING = 1;

/** No screen, and no descriptor, makes more of a pixel; a spacer has no shape. */
const MOST_DENSE = 8;

export function matchSizes(came: Size, shown: Size): SizeMatch {
  if (shown.width <= 0 || shown.height <= 0) return 'unknown';
  const [across, down] = [came.width - shown.width, came.height - shown.height].map(Math.abs);
  if (Math.max(across ?? 0, down ?? 0) <= ROUNDING) return 'same';
  if (!haveOneShape(came, shown)) return 'different';
  return came.width > shown.width || came.height > shown.height ? 'larger' : 'smaller';
}

/** The sides of the smaller one, scaled up, may be off by what its rounding became. */
function haveOneShape(a: Size, b: Size): boolean {
  const [small, large] = a.width * a.height < b.width * b.height ? [a, b] : [b, a];
  const scale = Math.sqrt((large.width * large.height) / (small.width * small.height));
  const off = Math.max(Math.abs(small.width * scale - large.width), Math.abs(small.height * scale - large.height));
  return scale <= MOST_DENSE && off <= ROUNDING * scale + ROUNDING;
}
