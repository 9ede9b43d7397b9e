import { describe, expect, it } from 'vitest';
import { makeCapture } from '../../test/make-capture.ts';
import type { Capture } from './capture.ts';
import type { SyncState } from './sync.ts';
import type { Tag } from './tag.ts';
import { emptyTally, reservedIn, shiftTally, type Tally } from './tally.ts';

const NOTHING = emptyTally('p');
const tally = (changes: Partial<Record<keyof Tally['tags'] | 'waiting' | 'failed', number>>): Tally => {
  const { waiting = 0, failed = 0, ...tags } = changes;
  return { ...NOTHING, tags: { ...NOTHING.tags, ...tags }, waiting, failed };
};
const at = (sync: Partial<SyncState>, changes: Partial<Capture> = {}) =>
  makeCapture({ sync: { attempts: 0, ...sync }, ...changes });
const failure = { kind: 'refused' } as const;
const receipt = { place: 'there', id: 'x', tag: 'positive', brought: true } as const;

const reserved = (tag: Tag, removed: boolean) =>
  makeCapture({
    tag,
    removed,
    provenance: { ...makeCapture().provenance, rights: [{ kind: 'no-ai', source: 'header', value: 'noai' }] },
  });
const withReserved = (counts: Tally, tag: Tag): Tally => ({ ...counts, reserved: { ...NOTHING.tags, [tag]: 1 } });

const COUNTED: readonly [string, Capture, Tally][] = [
  ['kept', at({}), tally({ positive: 1 })],
  ['of another tag', at({}, { tag: 'context-negative' }), tally({ 'context-negative': 1 })],
  ['waiting', at({ dueAt: 1 }), tally({ positive: 1, waiting: 1 })],
  ['tried again', at({ dueAt: 1, failure }), tally({ positive: 1, waiting: 1 })],
  ['in hand', at({ dueAt: 1, lease: { owner: 'x', until: 1 } }), tally({ positive: 1, waiting: 1 })],
  ['stuck', at({ failure }), tally({ positive: 1, failed: 1 })],
  ['there', at({ receipt, sentAt: 1 }), tally({ positive: 1 })],
  ['to be removed there', at({ receipt, dueAt: 1 }, { removed: true }), tally({ waiting: 1 })],
  ['to be forgotten', at({ dueAt: 1 }, { removed: true }), tally({})],
  ['reserved', reserved('distractor', false), withReserved(tally({ distractor: 1 }), 'distractor')],
  ['reserved and taken back', reserved('positive', true), tally({})],
];

describe('shiftTally', () => {
  it.each(COUNTED)('counts what is %s', (_, capture, expected) => {
    expect(shiftTally(NOTHING, undefined, capture)).toEqual(expected);
    expect(shiftTally(expected, capture, undefined)).toEqual(NOTHING);
  });

  it('comes from each to each as if it had always been so', () => {
    for (const [, before, counted] of COUNTED)
      for (const [, after, expected] of COUNTED) expect(shiftTally(counted, before, after)).toEqual(expected);
  });

  it('goes on from a time when rights were not looked at', () => {
    const { reserved: _, ...old } = tally({ positive: 3 });
    expect(reservedIn(old)).toEqual(NOTHING.tags);
    expect(shiftTally(old, undefined, reserved('positive', false))).toEqual(
      withReserved(tally({ positive: 4 }), 'positive'),
    );
  });

  it('counts nothing for nothing', () => expect(shiftTally(NOTHING, undefined, undefined)).toEqual(NOTHING));
});
