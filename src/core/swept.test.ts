import { expect, it } from 'vitest';
import { progressOf, type SweptState } from './swept.ts';

const items = (states: readonly (SweptState | undefined)[]) => states.map((state) => (state ? { state } : {}));

it('counts what was tagged, and what became of it', () => {
  const progress = progressOf(items([undefined, 'waiting', 'saved', 'retagged', 'already', 'failed', undefined]));
  expect(progress).toEqual({ total: 5, saved: 2, already: 1, failed: 1, reasons: [] });
});

it('names each reason once, the most frequent first', () => {
  const failed = (kind: 'image-missing' | 'image-forbidden', fact: string) =>
    ({ state: 'failed', failure: { kind, fact } }) as const;
  const { failed: count, reasons } = progressOf([
    failed('image-missing', 'HTTP 404'),
    failed('image-forbidden', 'HTTP 403'),
    failed('image-forbidden', 'HTTP 403'),
    // What failed before, and was saved when it was tagged once more.
    { ...failed('image-missing', 'HTTP 404'), state: 'saved' },
  ]);
  expect([count, reasons.map(({ kind }) => kind)]).toEqual([3, ['image-forbidden', 'image-missing']]);
});
