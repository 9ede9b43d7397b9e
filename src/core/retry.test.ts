import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../test/random.ts';
import { canSucceedLater, FAILURES, Failure, isFailureKind } from './failure.ts';
import { nextAttempt, parseRetryAfter, RETRY } from './retry.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const kinds = Object.keys(FAILURES).filter(isFailureKind);

/** The delay of one attempt, in ms. */
function delayOf(attempts: number, random: number, retryAfter?: number): number {
  const failure = new Failure('busy', retryAfter === undefined ? {} : { retryAfter });
  return (nextAttempt(failure, attempts, 1_000_000, random) ?? Number.NaN) - 1_000_000;
}

describe('nextAttempt', () => {
  it.each([
    [0, 2_000, 4_000],
    [1, 4_000, 8_000],
    [2, 8_000, 16_000],
    [9, 1_024_000, 2_048_000],
    [10, HOUR / 2, HOUR],
    [1_000_000, HOUR / 2, HOUR],
  ])('waits after %i failures between %i and %i ms', (attempts, least, most) => {
    expect(delayOf(attempts, 0)).toBe(least);
    expect(delayOf(attempts, 0.5)).toBe((least + most) / 2);
    expect(delayOf(attempts, 1 - Number.EPSILON)).toBeLessThanOrEqual(most);
    const random = randomFrom(attempts);
    const delays = Array.from({ length: 100 }, () => delayOf(attempts, random()));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...delays)).toBeLessThan(most);
    expect(new Set(delays).size).toBeGreaterThan(90);
  });

  it('never waits less for more failures', () => {
    const delays = Array.from({ length: 40 }, (_, attempts) => delayOf(attempts, 0.7));
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect(delays.at(-1)).toBeLessThanOrEqual(RETRY.longest);
  });

  it.each([
    [undefined, 4_000],
    [0, 4_000],
    [-5_000, 4_000],
    [3_999, 4_000],
    [60_000, 60_000],
    [2 * HOUR, 2 * HOUR],
    [365 * DAY, DAY],
    [Number.POSITIVE_INFINITY, DAY],
  ])('waits as long as the server asks for, within a day: %d → %i ms', (retryAfter, delay) => {
    expect(delayOf(0, 1, retryAfter)).toBe(delay);
  });

  it.each(kinds.filter((kind) => !canSucceedLater(kind)))('never repeats what cannot succeed: %s', (kind) => {
    expect(nextAttempt(new Failure(kind, { retryAfter: 1 }), 0, 0, 0)).toBeUndefined();
  });

  it.each(kinds.filter(canSucceedLater))('repeats what can: %s', (kind) => {
    expect(nextAttempt(new Failure(kind), 0, 5, 0)).toBe(kind === 'offline' ? 30_005 : 2_005);
  });

  it('looks for the connection at the same pace, however long it has been gone', () => {
    expect(nextAttempt(new Failure('offline'), 50, 5, 0.9)).toBe(30_005);
  });

  it('repeats nothing that asks the person for something', () => {
    expect(kinds.filter(canSucceedLater).sort()).toEqual([
      'busy',
      'internal',
      'not-confirmed',
      'offline',
      'server-failed',
      'timed-out',
      'unexpected-answer',
      'unreachable',
    ]);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('Wed, 21 Oct 2015 07:28:00 GMT');

  it.each([
    ['0', 0],
    ['7', 7_000],
    [' 120 ', 120_000],
    ['999999999', 999_999_999_000],
    ['Wed, 21 Oct 2015 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2015 07:27:00 GMT', 0],
    ['Wed, 21 Oct 2116 07:28:00 GMT', 3_187_296_000_000],
    // The two older forms that RFC 9110, 5.6.7 asks to be read.
    ['Wednesday, 21-Oct-15 07:29:00 GMT', 60_000],
    ['Wed Oct 21 07:29:00 2015', 60_000],
  ])('reads %j', (value, ms) => expect(parseRetryAfter(value, now)).toBe(ms));

  it.each([
    [null],
    [''],
    ['soon'],
    ['-5'],
    ['1.5'],
    ['1e3'],
    ['5 seconds'],
    ['0x10'],
    ['NaN'],
    ['Infinity'],
    ['9999999999999'],
    ['later 2099'],
    ['10, 20'],
    ['Wed, 99 Oct 2015 07:28:00 GMT'],
  ])('takes %j for nonsense', (value) => expect(parseRetryAfter(value, now)).toBeUndefined());
});
