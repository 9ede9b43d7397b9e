import { describe, expect, it } from 'vitest';
import { makeCapture } from '../../test/make-capture.ts';
import type { Capture } from './capture.ts';
import { bringBack, type Moment, PUT_BACK, queueIfNeeded, remove, restore, retag, sayAgain, undo } from './change.ts';
import type { SyncState } from './sync.ts';
import type { Tag } from './tag.ts';

const SENDS: Moment = { now: 5_000, sends: true };
const KEEPS: Moment = { now: 5_000, sends: false };
const RECEIPT = { place: 'there', id: 'asset', tag: 'positive', brought: true } as const;
const LEASE = { owner: 'worker', until: 9_000 };
const REFUSED = { kind: 'refused' } as const;

const fresh = makeCapture();
const at = (sync: Partial<SyncState>, changes: Partial<Capture> = {}) =>
  makeCapture({ sync: { attempts: 0, ...sync }, ...changes });
const tagsOf = ({ history }: Capture) => history.map(({ tag }) => tag);

describe('retag', () => {
  it('notes every tag, when it was given, and queues it', () => {
    const twice = retag(retag(at({ receipt: RECEIPT }), 'distractor', SENDS), 'context-negative', {
      ...SENDS,
      now: 6_000,
    });
    expect(twice).toMatchObject({ tag: 'context-negative', sync: { dueAt: 6_000 } });
    expect(twice.history).toEqual([
      { tag: 'positive', at: 1_000 },
      { tag: 'distractor', at: 5_000 },
      { tag: 'context-negative', at: 6_000 },
    ]);
  });

  it('leaves alone what has the tag', () => expect(retag(fresh, 'positive', SENDS)).toBe(fresh));

  it('needs nothing at the destination when it comes back to what is there', () => {
    const back = retag(retag(at({ receipt: RECEIPT }), 'distractor', SENDS), 'positive', SENDS);
    expect(back.sync).toEqual({ attempts: 0, receipt: RECEIPT });
  });
});

describe('remove and restore', () => {
  it.each<[string, Partial<SyncState>, number]>([
    ['never sent: kept for a while', {}, 5_000 + PUT_BACK],
    ['never sent, though it failed', { failure: REFUSED, attempts: 3 }, 5_000 + PUT_BACK],
    ['sent, without an answer', { sentAt: 1 }, 5_000],
    ['there', { receipt: RECEIPT, sentAt: 1 }, 5_000],
  ])('lets go in its time: %s', (_, sync, dueAt) => {
    for (const moment of [SENDS, KEEPS]) {
      const removed = remove(at(sync), moment);
      expect(removed).toMatchObject({ removed: true, tag: 'positive', sync: { dueAt, attempts: 0 } });
      expect(removed.sync).not.toHaveProperty('failure');
      expect(remove(removed, { ...moment, now: 8_000 })).toBe(removed);
    }
  });

  it.each<[string, Partial<SyncState>, Moment, Partial<SyncState>]>([
    ['to be sent', {}, SENDS, { dueAt: 5_000 }],
    ['to stay here', {}, KEEPS, {}],
    ['to what is there already', { receipt: RECEIPT, sentAt: 1 }, SENDS, { receipt: RECEIPT, sentAt: 1 }],
  ])('puts back: %s', (_, sync, moment, after) => {
    const restored = restore(remove(at(sync), moment), moment);
    expect(restored).toEqual(at(after));
    expect(restore(restored, moment)).toBe(restored);
  });
});

describe('undo', () => {
  const retagged = retag(fresh, 'distractor', SENDS);
  it.each<[string, Capture, boolean, Tag[]]>([
    ['a capture', fresh, true, ['positive']],
    ['a re-tag', retagged, false, ['positive']],
    ['a re-tag of two', retag(retagged, 'positive', SENDS), false, ['positive', 'distractor']],
    ['nothing more, when it is gone', remove(retagged, SENDS), true, ['positive', 'distractor']],
    [
      'what was taken back and tagged again',
      retag(remove(fresh, SENDS), 'positive', SENDS),
      true,
      ['positive', 'positive'],
    ],
    [
      'a re-tag since it was tagged again',
      retag(retag(remove(fresh, SENDS), 'distractor', SENDS), 'positive', SENDS),
      false,
      ['positive', 'distractor'],
    ],
  ])('takes back %s', (_, capture, removed, tags) => {
    const undone = undo(capture, SENDS);
    expect(undone.removed).toBe(removed);
    expect(tagsOf(undone)).toEqual(tags);
    expect(undone.tag).toBe(tags.at(-1));
  });

  it('ends with the capture gone, however often it was re-tagged', () => {
    let capture = retag(retag(retagged, 'positive', SENDS), 'context-negative', SENDS);
    for (let step = 0; step < 4; step++) capture = undo(capture, SENDS);
    expect(capture.removed).toBe(true);
  });
});

describe('said again', () => {
  const LEFT = { x: 0, y: 0, width: 0.5, height: 1 };
  const RIGHT = { x: 0.5, y: 0, width: 0.5, height: 1 };
  const part = makeCapture({ regions: [LEFT] });
  const gone = remove(part, SENDS);
  const replacing = (instead: string, changes: Partial<Capture> = {}) =>
    makeCapture({ history: [{ tag: changes.tag ?? 'positive', at: 1, instead }], ...changes });

  it.each<[string, Capture, Capture, Partial<Capture>]>([
    ['another tag', fresh, makeCapture({ tag: 'distractor' }), { tag: 'distractor' }],
    ['a part of what was whole', fresh, part, { regions: [LEFT] }],
    ['one more part', part, makeCapture({ regions: [RIGHT] }), { regions: [LEFT, RIGHT] }],
    [
      'a part and another tag',
      part,
      makeCapture({ tag: 'distractor', regions: [RIGHT] }),
      { tag: 'distractor', regions: [LEFT, RIGHT] },
    ],
    [
      'another tag of what has a part',
      part,
      makeCapture({ tag: 'distractor' }),
      { tag: 'distractor', regions: [LEFT] },
    ],
    ['in the place of another', fresh, replacing('capture-0'), {}],
  ])('%s: taken back by one undo', (_, before, said, expected) => {
    const after = sayAgain(before, said, SENDS);
    expect(after).toMatchObject({ ...expected, removed: false });
    expect(after.history).toHaveLength(before.history.length + 1);
    expect({ ...undo(after, SENDS), sync: {} }).toEqual({ ...before, sync: {} });
  });

  it.each<[string, Capture, Capture]>([
    ['the same', fresh, fresh],
    ['the whole of what is there in part', part, fresh],
    ['the same part, but for a tremble', part, makeCapture({ regions: [{ ...LEFT, x: 0.0004 }] })],
    ['in its own place', fresh, replacing(fresh.id)],
  ])('%s: nothing new', (_, before, said) => expect(sayAgain(before, said, SENDS)).toBe(before));

  it.each<[string, Capture, Capture['regions']]>([
    ['whole', fresh, undefined],
    ['with another part', makeCapture({ regions: [RIGHT] }), [RIGHT]],
  ])('of what was taken back: as it is said now, %s; gone with one undo', (_, said, regions) => {
    const back = sayAgain(gone, said, SENDS);
    expect(back.removed).toBe(false);
    expect(back.regions).toEqual(regions);
    expect(undo(back, SENDS).removed).toBe(true);
  });

  it.each<[string, Capture]>([
    ['was new', fresh],
    ['had been tagged otherwise', retag(fresh, 'distractor', SENDS)],
    ['had been taken back before', sayAgain(remove(fresh, SENDS), fresh, SENDS)],
  ])('undone and brought back, what %s is as it was', (_, capture) => {
    const back = bringBack(undo(capture, SENDS), capture.tag, SENDS);
    expect({ ...back, sync: {} }).toEqual({ ...capture, sync: {} });
  });
});

describe('queueIfNeeded', () => {
  it.each<[string, Capture, Moment, Partial<SyncState>]>([
    ['what is not there', at({}), SENDS, { dueAt: 5_000 }],
    ['what is there otherwise', at({ receipt: { ...RECEIPT, tag: 'distractor' } }), SENDS, { dueAt: 5_000 }],
    ['what failed, anew', at({ failure: REFUSED, attempts: 9 }), SENDS, { dueAt: 5_000, attempts: 0 }],
    ['nothing that stays here', at({ dueAt: 1 }), KEEPS, {}],
    ['nothing that is as it should be', at({ dueAt: 1, failure: REFUSED, receipt: RECEIPT }), SENDS, {}],
    ['nothing that is in hand', at({ dueAt: 9_000, lease: LEASE }), SENDS, { dueAt: 9_000, lease: LEASE }],
  ])('queues %s', (_, capture, moment, expected) => {
    const { sync } = queueIfNeeded(capture, moment);
    const { receipt } = capture.sync;
    expect(sync).toEqual({ attempts: 0, ...(receipt ? { receipt } : {}), ...expected });
  });

  it.each([
    (capture: Capture) => retag(capture, 'distractor', SENDS),
    (capture: Capture) => remove(capture, SENDS),
    (capture: Capture) => undo(capture, SENDS),
  ])('leaves what is in hand with whoever has it, whatever the person does (%#)', (act) => {
    const sync = { attempts: 1, dueAt: 9_000, lease: LEASE, sentAt: 3 };
    expect(act(at(sync)).sync).toEqual(sync);
  });
});
