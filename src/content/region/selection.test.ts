import { describe, expect, it } from 'vitest';
import type { Region } from '../../core/region.ts';
import { between, middleOf, moved, resized, snapped } from './selection.ts';

const ALL: Region = { x: 0, y: 0, width: 1, height: 1 };
/** What `object-fit: cover` leaves of a wide image in a square. */
const SEEN: Region = { x: 0.25, y: 0, width: 0.5, height: 1 };
const PART: Region = { x: 0.4, y: 0.2, width: 0.2, height: 0.4 };

function expectRegion(region: Region, [x, y, width, height]: readonly [number, number, number, number]): void {
  for (const [side, value] of Object.entries({ x, y, width, height }))
    expect(region[side as keyof Region]).toBeCloseTo(value, 9);
}

describe('a part', () => {
  it.each([
    ['from above left', { x: 0.1, y: 0.2 }, { x: 0.5, y: 0.6 }, ALL, [0.1, 0.2, 0.4, 0.4]],
    ['from below right', { x: 0.5, y: 0.6 }, { x: 0.1, y: 0.2 }, ALL, [0.1, 0.2, 0.4, 0.4]],
    ['past the edges', { x: 0.5, y: 0.5 }, { x: 7, y: -3 }, ALL, [0.5, 0, 0.5, 0.5]],
    ['past what is seen', { x: 0.1, y: 0.1 }, { x: 0.9, y: 0.9 }, SEEN, [0.25, 0.1, 0.5, 0.8]],
  ] as const)('is drawn %s', (_, from, to, bounds, expected) => expectRegion(between(from, to, bounds), expected));

  it.each([
    ['freely', { x: 0.1, y: -0.1 }, ALL, [0.5, 0.1, 0.2, 0.4]],
    ['to the corner', { x: 9, y: 9 }, ALL, [0.8, 0.6, 0.2, 0.4]],
    ['to the edge of what is seen', { x: -9, y: 0 }, SEEN, [0.25, 0.2, 0.2, 0.4]],
  ] as const)('is moved %s, its size kept', (_, by, bounds, expected) =>
    expectRegion(moved(PART, by, bounds), expected),
  );

  it.each([
    ['the right edge', { x: 1, y: 0 }, { x: 0.1, y: 0.3 }, [0.4, 0.2, 0.3, 0.4]],
    ['the upper left corner', { x: -1, y: -1 }, { x: -0.1, y: 0.1 }, [0.3, 0.3, 0.3, 0.3]],
    ['the lower edge past the upper one', { x: 0, y: 1 }, { x: 0, y: -0.5 }, [0.4, 0.1, 0.2, 0.1]],
    ['the left edge out of sight', { x: -1, y: 0 }, { x: -2, y: 0 }, [0, 0.2, 0.6, 0.4]],
  ] as const)('is resized by %s', (_, pull, by, expected) => expectRegion(resized(PART, pull, by, ALL), expected));

  it('begins in the middle for the keyboard', () => expectRegion(middleOf(SEEN), [0.375, 0.25, 0.25, 0.5]));

  it.each([
    ['to whole pixels', { x: 0.104, y: 0.196, width: 0.2, height: 0.3 }, 100, 50, [0.1, 0.2, 0.2, 0.3]],
    ['to one pixel at least', { x: 0.999, y: 0, width: 0.0001, height: 0.0001 }, 10, 10, [0.9, 0, 0.1, 0.1]],
    ['to nothing where the size is not known', PART, 0, 0, [0.4, 0.2, 0.2, 0.4]],
  ] as const)('snaps %s', (_, part, width, height, expected) => expectRegion(snapped(part, width, height), expected));
});
