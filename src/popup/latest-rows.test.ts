import { expect, it } from 'vitest';
import type { Capture } from '../core/capture.ts';
import { latestRows } from './latest-rows.ts';

const capture = (id: string, createdAt: number) => ({ id, createdAt }) as Capture;
const [a, b, c, d] = [capture('a', 4), capture('b', 3), capture('c', 2), capture('d', 1)] as const;

it.each([
  ['newest first', [a, b, c], [], 'a b c'],
  ['a row that was taken back keeps its place, and the list its length', [a, c, d], [b], 'a -b c'],
  ['a row that is there again is no longer taken back', [a, b, c, d], [b], 'a b c'],
  ['two of the same moment go by id', [capture('x', 1), capture('y', 1)], [], 'y x'],
] as const)('%s', (_what, latest, taken, expected) => {
  const rows = latestRows(latest, taken, 3).map((row) => (row.taken ? `-${row.capture.id}` : row.capture.id));
  expect(rows.join(' ')).toBe(expected);
});
