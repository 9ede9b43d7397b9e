import { describe, expect, it } from 'vitest';
import words from '../public/_locales/en/messages.json' with { type: 'json' };
import {
  canSucceedLater,
  FAILURES,
  Failure,
  isFailureKind,
  mayHaveArrived,
  noteOf,
  stopsDestination,
  toFailure,
} from './failure.ts';

const kinds = Object.keys(FAILURES).filter(isFailureKind);
const stem = (kind: string) => kind.replaceAll('-', '_');
const messageOf = (key: string) => Object.entries(words).find(([name]) => name === key)?.[1].message;

describe('every failure', () => {
  it.each(kinds)('%s has words and a remedy', (kind) => {
    for (const key of [`failure_${stem(kind)}`, `remedy_${stem(kind)}`]) {
      expect(messageOf(key), key).toMatch(/^[A-Z“$].*[.?]$/);
      expect(messageOf(key), key).not.toMatch(/\$[02-9]/);
    }
  });

  it('is one that can happen: no words are left over', () => {
    const told = Object.keys(words).flatMap((key) => /^(?:failure|remedy)_(.*)$/.exec(key)?.[1] ?? []);
    expect([...new Set(told)].sort()).toEqual(kinds.map(stem).sort());
  });

  it.each(kinds)('%s: what is due again by itself is not said to need the person first', (kind) => {
    if (stopsDestination(kind) && !canSucceedLater(kind))
      expect(messageOf(`remedy_${stem(kind)}`)).not.toMatch(/by itself/);
  });

  it.each(['constructor', 'toString', '__proto__', '', 'Internal', 7, null, undefined, ['internal'], {}])(
    'is of a closed kind: not %j',
    (value) => expect(isFailureKind(value)).toBe(false),
  );

  it('of which nothing is certain may have arrived, and can be tried again', () => {
    expect(kinds.filter(mayHaveArrived).sort()).toEqual([
      'internal',
      'not-confirmed',
      'server-failed',
      'timed-out',
      'unexpected-answer',
      'unreachable',
    ]);
    expect(kinds.filter(mayHaveArrived).every(canSucceedLater)).toBe(true);
  });
});

describe('a Failure', () => {
  it('says its kind and fact, and keeps its cause to itself', () => {
    const failure = new Failure('busy', { fact: 'HTTP 429', retryAfter: 5, cause: new Error('eyp_key') });
    expect(failure).toMatchObject({ name: 'Failure', message: 'busy (HTTP 429)', kind: 'busy', retryAfter: 5 });
    expect(noteOf(failure)).toEqual({ kind: 'busy', fact: 'HTTP 429' });
    expect(noteOf(new Failure('offline', { cause: 'eyp_key' }))).toEqual({ kind: 'offline' });
  });

  it('is made of whatever was thrown', () => {
    const failure = new Failure('gone');
    expect(toFailure(failure, 'refused')).toBe(failure);
    const cause = new TypeError('x is undefined');
    expect(toFailure(cause)).toMatchObject({ kind: 'internal', cause, fact: undefined });
    expect(toFailure(undefined, 'storage-broken').kind).toBe('storage-broken');
    // What only looks like one may come from a page.
    expect(toFailure({ kind: 'gone', name: 'Failure' }).kind).toBe('internal');
  });
});
