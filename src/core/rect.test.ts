import { expect, it } from 'vitest';
import { type Rect, without } from './rect.ts';

const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
const IMAGE = rect(10, 10, 100, 80);

it.each([
  ['nothing of it', rect(200, 0, 50, 50), IMAGE],
  ['only its edge', rect(110, 0, 50, 500), IMAGE],
  ['its head', rect(0, 0, 500, 30), rect(10, 30, 100, 60)],
  ['its foot', rect(0, 60, 500, 90), rect(10, 10, 100, 50)],
  ['its left', rect(0, 0, 30, 500), rect(30, 10, 80, 80)],
  ['its right', rect(90, 0, 100, 500), rect(10, 10, 80, 80)],
  ['a corner', rect(0, 0, 60, 20), rect(10, 20, 100, 70)],
])('what covers %s leaves the largest part of it free', (_, cover, free) => {
  expect(without(IMAGE, cover)).toEqual(free);
});

it('what covers all of it leaves nothing free', () => {
  const { width, height } = without(IMAGE, rect(0, 0, 500, 500));
  expect(width * height).toBe(0);
});
