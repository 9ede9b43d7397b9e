import { describe, expect, test } from 'vitest';
import { isOpaque, LOOK_SIDE, type Look, lookFrom, parseLook, resemble } from './look.ts';

type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number, alpha: number];

/** x and y from 0 to 1. */
function pixels(paint: Paint): Uint8ClampedArray {
  const places = Array.from(
    { length: LOOK_SIDE ** 2 },
    (_, at) => [at % LOOK_SIDE, Math.floor(at / LOOK_SIDE)] as const,
  );
  return Uint8ClampedArray.from(places.flatMap(([x, y]) => paint(x / LOOK_SIDE, y / LOOK_SIDE)));
}

const grey = (value: (x: number, y: number) => number): Look =>
  lookFrom(pixels((x, y) => [value(x, y), value(x, y), value(x, y), 255]));

const slope = grey((x) => 255 * x);
const waves = grey((x, y) => 128 + 100 * Math.sin(9 * x) * Math.cos(7 * y));

describe('lookFrom', () => {
  test('has 16 cells a side, from left to right and from top to bottom', () => {
    const corner = lookFrom(pixels((x, y) => (x < 1 / 16 && y < 2 / 16 ? [255, 255, 255, 255] : [0, 0, 0, 255])));
    expect(corner).toHaveLength(256);
    expect(corner.flatMap((value, cell) => (value > 0 ? [cell] : []))).toEqual([0, 16]);
  });

  test('what is transparent is white', () => expect(lookFrom(pixels(() => [0, 0, 0, 0]))[0]).toBe(255));
  test('green is brighter than blue', () => {
    const [green = 0] = lookFrom(pixels(() => [0, 255, 0, 255]));
    const [blue = 0] = lookFrom(pixels(() => [0, 0, 255, 255]));
    expect(green).toBeGreaterThan(blue);
  });
});

test('isOpaque sees one pixel that is not', () => {
  expect(isOpaque(pixels(() => [1, 2, 3, 255]))).toBe(true);
  expect(isOpaque(pixels((x, y) => [1, 2, 3, x === 0 && y === 0 ? 0 : 255]))).toBe(false);
});

test.each([
  ['nothing', undefined],
  ['too few', slope.slice(1)],
  ['too many', [...slope, 1]],
  ['not numbers', slope.map(String)],
  ['no grey', slope.map(() => 256)],
  ['no number', slope.map(() => Number.NaN)],
])('%s is no look', (_what, value) => expect(parseLook(value)).toBeUndefined());

test('a look is one', () => expect(parseLook(slope)).toEqual(slope));

describe('resemble', () => {
  test.each<[string, Look, Look, string]>([
    ['itself', slope, slope, 'same'],
    ['with noise', waves, waves.map((value, cell) => Math.min(255, value + (cell % 7))), 'same'],
    ['half as bright', waves, waves.map((value) => value / 2), 'unsure'],
    ['mirrored', slope, grey((x) => 255 * (1 - x)), 'different'],
    ['another', slope, waves, 'different'],
    ['white and black', grey(() => 255), grey(() => 0), 'different'],
    ['white and almost white', grey(() => 255), grey(() => 254), 'same'],
    ['a photograph and a plain surface', waves, grey(() => 128), 'different'],
  ])('%s', (_what, a, b, resemblance) => {
    expect(resemble(a, b)).toBe(resemblance);
    expect(resemble(b, a)).toBe(resemblance);
  });
});
