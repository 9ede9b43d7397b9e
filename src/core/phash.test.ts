import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../test/random.ts';
import { cellAt, correlation, distance, GRID, hashOf, isSamePicture, rowOf } from './phash.ts';

/** With real photographs in a real browser: test/e2e/looks.test.ts. */

const random = randomFrom(1);
const noise = () => Array.from({ length: GRID * GRID }, () => 255 * random());
const ramp = Array.from(
  { length: GRID * GRID },
  (_, index) => (8 * (index % GRID) + 3 * Math.floor(index / GRID)) % 256,
);

describe('the resampler', () => {
  it.each([1, 7, 31, 32, 33, 100, 4_001])('gives every one of %d pixels its share, once', (length) => {
    const shares = Array.from({ length }, () => 0);
    for (let index = 0; index < GRID; index++)
      for (const { at, weight } of cellAt(index, length)) shares[at] = (shares[at] ?? 0) + weight;
    for (const share of shares) expect(share).toBeCloseTo(1, 9);
  });

  it('takes the mean of a cell, by the weights of Rec. 601', () => {
    const pixels = new Uint8ClampedArray(4 * 2 * GRID);
    pixels.set([255, 0, 0, 255, 0, 255, 0, 255]);
    const [first, second] = rowOf(pixels, 2 * GRID, [{ at: 0, weight: 1 }]);
    expect(first).toBeCloseTo((0.299 * 255 + 0.587 * 255) / 2, 6);
    expect(second).toBe(0);
  });
});

describe('the hash', () => {
  it('has 64 bits, half of them set', () => {
    const hash = hashOf(noise());
    expect(hash).toHaveLength(64);
    expect(hash.slice(1).filter(Boolean)).toHaveLength(31);
  });

  it('is indifferent to brightness and contrast', () => {
    expect(distance(hashOf(ramp), hashOf(ramp.map((value) => 0.5 * value + 40)))).toBe(0);
  });

  it('of other pictures differs in many bits', () => {
    for (let pair = 0; pair < 50; pair++) expect(distance(hashOf(noise()), hashOf(noise()))).toBeGreaterThan(10);
  });
});

describe('the same picture', () => {
  const looks = { grid: ramp, ratio: 1.5 };

  it('is itself, also with a little noise', () => {
    expect(isSamePicture(looks, looks)).toBe(true);
    const grainy = ramp.map((value) => value + 10 * random());
    expect(isSamePicture(looks, { grid: grainy, ratio: 1.49 })).toBe(true);
  });

  it('is not one of another shape', () => expect(isSamePicture(looks, { ...looks, ratio: 1.4 })).toBe(false));

  it('is not said of a picture of one colour: nothing can be told', () => {
    const flat = { grid: ramp.map(() => 7), ratio: 1.5 };
    expect(correlation(flat.grid, flat.grid)).toBe(0);
    expect(isSamePicture(flat, flat)).toBe(false);
  });
});
