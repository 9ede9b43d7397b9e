import { describe, expect, it } from 'vitest';
import { emptyTally } from '../core/tally.ts';
import { queueState, wantsExport } from './queue-state.ts';

const tally = { ...emptyTally('p'), tags: { positive: 3, 'context-negative': 0, distractor: 0 } };
const drain = { project: 'p', owesSurvey: false, attempts: 0 };
const failure = { kind: 'key-refused' } as const;

describe('queueState', () => {
  it.each([
    ['says how far a drain is', { waiting: 8 }, {}, 4, { done: 2.5, total: 9 }, { is: 'sending', done: 2.5, total: 9 }],
    [
      'knows of a drain that began before it looked',
      { waiting: 8 },
      {},
      4,
      undefined,
      { is: 'sending', done: 0, total: 8 },
    ],
    [
      'prefers progress to an old failure',
      { waiting: 1 },
      { failure },
      1,
      undefined,
      { is: 'sending', done: 0, total: 1 },
    ],
    [
      'says why nothing moves',
      { waiting: 8 },
      { failure, retryAt: 5 },
      0,
      undefined,
      { is: 'stopped', failure, retryAt: 5 },
    ],
    [
      'counts what waits, also beside failed ones',
      { waiting: 8, failed: 1 },
      {},
      0,
      undefined,
      { is: 'waiting', count: 8 },
    ],
    ['never calls a failed one synced', { failed: 1 }, { finishedAt: 7 }, 0, undefined, { is: 'unsynced', count: 1 }],
    ['is at rest', {}, { finishedAt: 7 }, 0, undefined, { is: 'synced', at: 7 }],
  ] as const)('%s', (_what, counts, state, leased, progress, expected) => {
    expect(
      queueState({
        tally: { ...tally, ...counts },
        drain: { ...drain, ...state },
        leased,
        progress,
        unsent: undefined,
      }),
    ).toEqual(expected);
  });

  it('does not call what was never offered synced', () => {
    expect(queueState({ tally, drain, leased: 0, progress: undefined, unsent: 3 })).toEqual({ is: 'held', count: 3 });
  });

  it('has nothing to say of a project without captures', () => {
    expect(queueState({ tally: emptyTally('p'), drain, leased: 0, progress: undefined, unsent: 0 })).toEqual({
      is: 'empty',
    });
  });
});

const DAY = 86_400_000;
it.each([
  [49, undefined, false],
  [50, undefined, true],
  [50, 100 * DAY - 14 * DAY, false],
  [50, 100 * DAY - 14 * DAY - 1, true],
] as const)('%d captures exported at %s: reminds %s', (captures, exportedAt, expected) => {
  expect(wantsExport(captures, exportedAt, 100 * DAY)).toBe(expected);
});
