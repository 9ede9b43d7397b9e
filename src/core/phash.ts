/**
 * Whether two pictures look the same at two sizes: a 64-bit perceptual hash (DCT of a 32 × 32 grid of grey values, the
 * lowest 8 × 8 frequencies against their median without the mean's) finds what cannot be, and the grids themselves tell a
 * cut-out from the whole, which such a hash often does not (COACH.md, "Duplicates").
 */

/** Grey values from 0 to 255, row by row, and the shape of the picture they were taken from. */
export interface Looks {
  readonly grid: readonly number[];
  /** Width through height. */
  readonly ratio: number;
}

export const GRID = 32;

/** COACH.md: no false pair in 12,720 at 10 bits. */
const BITS = 10;

/** Rounding to whole pixels changes the shape of a small version; what was cut off changes it more. */
const SHAPE = 0.02;

/**
 * How much alike the grids are, as a correlation. Measured on the photographs of `test/site/photos`: other sizes, qualities,
 * sharpened, grey ≥ .993; cut to 95 % ≤ .962, different ones ≤ .54.
 */
const ALIKE = 0.98;

export function isSamePicture(a: Looks, b: Looks): boolean {
  if (Math.abs(a.ratio / b.ratio - 1) > SHAPE) return false;
  return distance(hashOf(a.grid), hashOf(b.grid)) <= BITS && correlation(a.grid, b.grid) >= ALIKE;
}

/** The perceptual hash, a bit for each of the 64 frequencies. */
export function hashOf(grid: readonly number[]): readonly boolean[] {
  const frequencies = lowFrequencies(grid);
  const median = medianOf(frequencies.slice(1));
  return frequencies.map((strength) => strength > median);
}

/** In how many bits two hashes differ. */
export function distance(a: readonly boolean[], b: readonly boolean[]): number {
  return a.filter((bit, index) => bit !== b[index]).length;
}

/** The lowest 8 × 8 coefficients of the DCT-II, unscaled, the mean's first. */
function lowFrequencies(grid: readonly number[]): number[] {
  const rows = byEights((u, y) => sum(GRID, (x) => (grid[y * GRID + x] ?? 0) * wave(u, x)), GRID);
  return byEights((u, v) => sum(GRID, (y) => (rows[y * LOW + u] ?? 0) * wave(v, y)), LOW);
}

const LOW = 8;

function byEights(value: (column: number, row: number) => number, rows: number): number[] {
  return Array.from({ length: LOW * rows }, (_, index) => value(index % LOW, Math.floor(index / LOW)));
}

function wave(frequency: number, place: number): number {
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * GRID));
}

function sum(count: number, term: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += term(index);
  return total;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Pearson's; 0 where a picture is of one colour and nothing can be said. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [a, b].map((grid) => sum(grid.length, (index) => grid[index] ?? 0) / grid.length);
  const away = (grid: readonly number[], mean = 0) => grid.map((value) => value - mean);
  const [awayA, awayB] = [away(a, meanA), away(b, meanB)];
  const product = (one: readonly number[], other: readonly number[]) =>
    sum(one.length, (index) => (one[index] ?? 0) * (other[index] ?? 0));
  const spread = Math.sqrt(product(awayA, awayA) * product(awayB, awayB));
  return spread > 0 ? product(awayA, awayB) / spread : 0;
}

/** A pixel's place along a side, and how much of it lies in the cell. */
interface Share {
  readonly at: number;
  readonly weight: number;
}

/** The pixels of one of the grid's cells along a side of `length` pixels: those at its ends belong to two cells in part. */
export function cellAt(index: number, length: number): readonly Share[] {
  const [from, to] = [(index * length) / GRID, ((index + 1) * length) / GRID];
  const first = Math.floor(from);
  return Array.from({ length: Math.ceil(to) - first }, (_, step) => {
    const at = first + step;
    return { at, weight: Math.min(at + 1, to) - Math.max(at, from) };
  });
}

/** One row of the grid: the mean grey (Rec. 601) of each cell. `pixels` are RGBA, the rows of `lines` one below the other. */
export function rowOf(pixels: Uint8ClampedArray, width: number, lines: readonly Share[]): number[] {
  return Array.from({ length: GRID }, (_, column) => {
    let [grey, area] = [0, 0];
    for (const { at: x, weight: across } of cellAt(column, width)) {
      for (const [y, { weight: down }] of lines.entries()) {
        const at = 4 * (y * width + x);
        const value = 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
        grey += value * across * down;
        area += across * down;
      }
    }
    return grey / area;
  });
}
