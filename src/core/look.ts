/** How an image looks: grey values from 0 to 255, row by row, drawn on white. */
export type Look = readonly number[];

/** Cells a side. */
const CELLS = 16;

/** Pixels a side that a look is taken from: each cell is the mean of many, so that a sharper or softer scaling changes little. */
export const LOOK_SIDE = 128;

/** @param rgba of `LOOK_SIDE` × `LOOK_SIDE` pixels */
export function lookFrom(rgba: Uint8ClampedArray): Look {
  const sums = new Array<number>(CELLS * CELLS).fill(0);
  const side = LOOK_SIDE / CELLS;
  for (let pixel = 0; pixel < LOOK_SIDE * LOOK_SIDE; pixel++) {
    const [x, y] = [pixel % LOOK_SIDE, Math.floor(pixel / LOOK_SIDE)];
    const cell = Math.floor(y / side) * CELLS + Math.floor(x / side);
    sums[cell] = (sums[cell] ?? 0) + greyOnWhite(rgba, pixel * 4);
  }
  return sums.map((sum) => Math.round(sum / (side * side)));
}

/** Luma of ITU-R BT.601, composited on white. */
function greyOnWhite(rgba: Uint8ClampedArray, at: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 0] = [rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]];
  const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
  return 255 + (grey - 255) * (alpha / 255);
}

/** Whether every pixel covers what is behind it. */
export function isOpaque(rgba: Uint8ClampedArray): boolean {
  for (let at = 3; at < rgba.length; at += 4) if ((rgba[at] ?? 0) < 250) return false;
  return true;
}

/** Reads what a page's frame says an image looks like. */
export function parseLook(value: unknown): Look | undefined {
  const isGrey = (grey: unknown) => typeof grey === 'number' && grey >= 0 && grey <= 255;
  return Array.isArray(value) && value.length === CELLS * CELLS && value.every(isGrey) ? value : undefined;
}

export type Resemblance = 'same' | 'different' | 'unsure';

/**
 * Shares of a picture's contrast. Measured on `test/site/photos` in Chromium: scaled to 60 pixels, as JPEG of quality 10, or cut
 * out of a screenshot 200 pixels wide, a photograph kept within 0.09 of itself; any two differed by 0.64 at least. In between lies
 * what a page does to a picture: 0.9 of its brightness 0.21–0.50, a bar across it 0.21–0.35, a zoom of 4 % up to 0.22.
 */
const SAME = 0.15;
const DIFFERENT = 0.45;

/** Correlation. What a page does to a picture left 0.66 (the bar) and more; of two photographs 0.59 was the most. */
const LIKE = 0.65;

/** Grey levels. Less contrast than this is none: a plain surface differs from another by its grey alone. */
const LEAST_CONTRAST = 8;

/** Whether two looks are of one picture. */
export function resemble(a: Look, b: Look): Resemblance {
  const [less, more] = [Math.min(contrast(a), contrast(b)), Math.max(contrast(a), contrast(b))];
  const share = mean(a.map((grey, cell) => Math.abs(grey - (b[cell] ?? 0)))) / Math.max(more, LEAST_CONTRAST);
  if (share <= SAME) return 'same';
  // A darker or paler copy is far away and alike all the same.
  const alike = less >= LEAST_CONTRAST && covariance(a, b) / (less * more) >= LIKE;
  return share >= DIFFERENT && !alike ? 'different' : 'unsure';
}

/** Standard deviation. */
function contrast(look: Look): number {
  return Math.sqrt(covariance(look, look));
}

function covariance(a: Look, b: Look): number {
  const [middleOfA, middleOfB] = [mean(a), mean(b)];
  return mean(a.map((grey, cell) => (grey - middleOfA) * ((b[cell] ?? 0) - middleOfB)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
