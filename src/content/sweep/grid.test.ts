import { describe, expect, it } from 'vitest';
import { boxOf, gridFor, heightOf, rowsBetween, step, touchedBy } from './grid.ts';

describe('a grid', () => {
  it.each([
    [360, 2],
    [1280, 7],
    [100, 1],
    [0, 1],
  ])('%i px wide has %i columns, and fills its width', (room, columns) => {
    const grid = gridFor(room, 100);
    expect(grid.columns).toBe(columns);
    const last = boxOf(grid, columns - 1);
    if (room > 200) expect(room - (last.x + last.width)).toBeLessThan(16 + columns);
  });

  it('is as high as its last row ends, and the room below', () => {
    const grid = gridFor(1280, 17);
    const last = boxOf(grid, 16);
    expect(heightOf(grid)).toBe(last.y + last.height + 16);
    expect(heightOf(gridFor(1280, 0))).toBe(0);
  });
});

const five = { count: 13, columns: 5, width: 100, height: 100 };

describe('what is in sight', () => {
  it.each([
    [0, 100, [0, 5]],
    [0, 130, [0, 10]],
    [126, 127, [5, 10]],
    [-500, -400, [0, 0]],
    [0, 10_000, [0, 13]],
    [9_000, 10_000, [13, 13]],
  ])('between %i and %i', (top, bottom, range) => expect(rowsBetween(five, top, bottom)).toEqual(range));
});

describe('a rectangle touches', () => {
  it.each([
    ['one', { x: 20, y: 20, width: 5, height: 5 }, [0]],
    ['four', { x: 100, y: 100, width: 60, height: 60 }, [0, 1, 5, 6]],
    ['none between two', { x: 118, y: 20, width: 4, height: 4 }, []],
    ['the last row', { x: 0, y: 240, width: 900, height: 900 }, [10, 11, 12]],
  ])('%s', (_, rect, touched) => expect(touchedBy(five, rect)).toEqual(touched));
});

describe('from an image', () => {
  it.each([
    [0, 'ArrowRight', 1],
    [4, 'ArrowRight', 5],
    [12, 'ArrowRight', 12],
    [0, 'ArrowLeft', 0],
    [5, 'ArrowLeft', 4],
    [1, 'ArrowDown', 6],
    [9, 'ArrowDown', 12],
    [11, 'ArrowDown', 11],
    [6, 'ArrowUp', 1],
    [3, 'ArrowUp', 3],
    [1, 'PageDown', 11],
    [4, 'PageDown', 9],
    [12, 'PageUp', 2],
    [7, 'Home', 0],
    [0, 'End', 12],
    [3, 'a', undefined],
    [3, 'constructor', undefined],
  ])('%i by %s to %s', (index, key, to) => expect(step(five, index, key, 2)).toBe(to));
});
