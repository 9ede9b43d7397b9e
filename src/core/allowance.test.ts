import { expect, it } from 'vitest';
import { type Allowance, spend } from './allowance.ts';

const RATE = { atOnce: 100, perSecond: 10 };

it.each<[string, Allowance | undefined, number, number, number | undefined]>([
  ['a first one is full', undefined, 60, 0, 40],
  ['all of it may go at once', undefined, 100, 0, 0],
  ['more may not', undefined, 101, 0, undefined],
  ['it fills with time', { left: 0, at: 1_000 }, 15, 2_500, 0],
  ['not faster', { left: 0, at: 1_000 }, 16, 2_500, undefined],
  ['never above the brim', { left: 90, at: 0 }, 1, 60_000, 99],
  ['a clock that is set back gives nothing', { left: 5, at: 9_000 }, 6, 1_000, undefined],
])('%s', (_, allowance, cost, now, left) => {
  expect(spend(allowance, cost, { ...RATE, now })?.left).toBe(left);
});
