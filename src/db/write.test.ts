import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCapture, sha256Of } from '../../test/make-capture.ts';
import { keeping, makeProject, openEmpty, recount } from '../../test/open-empty.ts';
import { pick, randomFrom } from '../../test/random.ts';
import type { Capture } from '../core/capture.ts';
import { remove, restore, retag, undo } from '../core/change.ts';
import type { RightsPolicy } from '../core/rights/policy.ts';
import type { RightsKind } from '../core/rights/signal.ts';
import { confirm, enqueue, fail, nextStep } from '../core/sync.ts';
import { TAGS } from '../core/tag.ts';
import type { FoilDatabase } from './open.ts';
import { readDrain, readTally } from './read.ts';
import type { Intent, Original } from './schema.ts';
import {
  changeCaptures,
  changeDrain,
  claimDue,
  handOnAddresses,
  learnAddress,
  releaseLeases,
  saveCapture,
  writeValue,
} from './write.ts';

const P = 'project-1';
const Q = 'project-2';
const LEASE = { owner: 'worker', until: 9_000 };
const MOMENT = { now: 5_000, sends: true };

let db: FoilDatabase;
beforeEach(async () => {
  db = await openEmpty(makeProject(P), makeProject(Q), keeping('here'));
});

const original = (number: number): Original => ({ sha256: sha256Of(number), bytes: new Blob([`bytes ${number}`]) });
const newest = (number: number, changes: Partial<Capture> = {}) =>
  makeCapture({ id: `c${number}`, sha256: sha256Of(number), createdAt: 1_000 + number, ...changes });
const save = (number: number, changes: Partial<Capture> = {}, intent = 'none') =>
  saveCapture(db, newest(number, changes), original(number), intent);
const stored = () => db.getAll('captures');
/** What has to be true of the database after every write. */
async function expectInStep(): Promise<void> {
  const captures = await stored();
  for (const project of new Set([P, Q, 'here', ...captures.map((capture) => capture.project)]))
    expect(await readTally(db, project)).toEqual(recount(project, captures));
  const needed = new Set(captures.map(({ sha256 }) => sha256));
  expect(new Set(await db.getAllKeys('originals'))).toEqual(needed);
}

const saying = (kind: RightsKind): Partial<Capture> => ({
  provenance: { ...makeCapture().provenance, rights: [{ kind, source: 'page', value: 'noai' }] },
});

describe('saveCapture', () => {
  it.each<[RightsPolicy | undefined, RightsKind, boolean]>([
    ['refuse', 'no-ai', false],
    ['refuse', 'tdm-reserved', false],
    ['refuse', 'ai-made', true],
    ['refuse', 'licence', true],
    ['warn', 'no-ai', true],
    ['record', 'tdm-reserved', true],
    [undefined, 'no-ai', true],
  ])('under the policy %s, of an image that is %s: saved is %s', async (rights, kind, saved) => {
    await db.put('projects', { ...makeProject(P), ...(rights && { rights }) });
    const saving = save(1, saying(kind)).then(
      () => true,
      ({ kind: why }) => why,
    );
    expect(await saving).toBe(saved || 'rights-reserved');
    expect(await stored()).toHaveLength(saved ? 1 : 0);
    await expectInStep();
  });

  it('refuses a new tag for such an image too', async () => {
    await save(1, saying('no-ai'));
    await db.put('projects', { ...makeProject(P), rights: 'refuse' });
    await expect(save(1, { ...saying('no-ai'), tag: 'distractor' })).rejects.toMatchObject({ kind: 'rights-reserved' });
    expect(await stored()).toMatchObject([{ tag: 'positive' }]);
    await expectInStep();
  });

  it('writes record and original, and queues what its project sends', async () => {
    const { outcome, capture } = await save(1);
    expect(outcome).toBe('saved');
    expect(capture).toEqual({ ...newest(1), sync: { attempts: 0, dueAt: 1_001 } });
    expect(await stored()).toEqual([capture]);
    expect(await (await db.get('originals', sha256Of(1)))?.bytes.text()).toBe('bytes 1');
    await expectInStep();
  });

  it('leaves out of the queue what is kept', async () => {
    expect((await save(1, { project: 'here' })).capture.sync).toEqual({ attempts: 0 });
    await expectInStep();
  });

  it('writes nothing for a project that is gone, and says so', async () => {
    await expect(save(1, { project: 'gone' })).rejects.toMatchObject({ kind: 'project-gone' });
    expect(await stored()).toEqual([]);
    await expectInStep();
  });

  it('leaves alone what is there under the same tag', async () => {
    const first = await save(1);
    expect(await save(1, { id: 'again' })).toEqual({ outcome: 'already', capture: first.capture });
    expect(await stored()).toEqual([first.capture]);
    await expectInStep();
  });

  it('re-tags what is there under another', async () => {
    await save(1);
    const { outcome, capture } = await save(1, { id: 'again', tag: 'distractor' });
    expect({ outcome, capture }).toMatchObject({
      outcome: 'retagged',
      capture: { id: 'c1', tag: 'distractor', history: [{ tag: 'positive' }, { tag: 'distractor' }] },
    });
    expect(await stored()).toEqual([capture]);
    await expectInStep();
  });

  it('brings back what was taken back, under the new tag', async () => {
    await save(1);
    await changeCaptures(db, ['c1'], (capture) => remove(capture, MOMENT));
    expect(await readTally(db, P)).toMatchObject({ tags: { positive: 0 } });
    const { outcome, capture } = await save(1, { id: 'again', tag: 'distractor' });
    expect({ outcome, capture }).toMatchObject({ outcome: 'saved', capture: { tag: 'distractor', removed: false } });
    await expectInStep();
  });

  it.each(TAGS)('is undone by one undo when it was taken back before and came as %s', async (tag) => {
    await save(1);
    await changeCaptures(db, ['c1'], (capture) => undo(capture, MOMENT));
    await save(1, { id: 'again', tag });
    await changeCaptures(db, ['c1'], (capture) => undo(capture, MOMENT));
    expect(await stored()).toMatchObject([{ removed: true }]);
    await expectInStep();
  });

  describe('in the place of another', () => {
    const instead = (number: number, of: string, changes: Partial<Capture> = {}) =>
      save(number, { history: [{ tag: 'positive', at: 1_000, instead: of }], ...changes });

    it('takes that one back in the same step', async () => {
      await save(1);
      expect(await instead(2, 'c1')).toMatchObject({ outcome: 'saved', capture: { id: 'c2', removed: false } });
      expect(await stored()).toMatchObject([
        { id: 'c1', removed: true },
        { id: 'c2', removed: false },
      ]);
      await expectInStep();
    });

    it('takes back what was said last, where it was here before', async () => {
      await save(1);
      await save(1, { id: 'again', tag: 'distractor' });
      await instead(2, 'c1', { tag: 'distractor' });
      expect(await stored()).toMatchObject([{ id: 'c1', tag: 'positive', removed: false }, { id: 'c2' }]);
      await expectInStep();
    });

    it('notes whose place it took also where it was here already', async () => {
      await save(1);
      await save(2);
      expect(await instead(2, 'c1', { id: 'again' })).toMatchObject({ outcome: 'instead', capture: { id: 'c2' } });
      expect(await stored()).toMatchObject([{ removed: true }, { history: [{}, { instead: 'c1' }] }]);
      await expectInStep();
    });

    it.each<[string, () => Promise<unknown>]>([
      ['itself', () => instead(1, 'c1', { id: 'again' })],
      ['what is gone', () => instead(2, 'none')],
      ['a capture of another project', () => instead(2, 'c1', { project: Q, id: 'other' })],
    ])('leaves alone %s', async (_, replace) => {
      await save(1);
      await replace();
      expect(await db.get('captures', 'c1')).toMatchObject({ removed: false });
      await expectInStep();
    });

    it('does not take back once more what has come back since', async () => {
      await save(1);
      await instead(2, 'c1');
      await save(1, { id: 'again' });
      expect(await save(2, { id: 'twice' })).toMatchObject({ outcome: 'already' });
      expect(await stored()).toMatchObject([{ removed: false }, { removed: false }]);
      await expectInStep();
    });

    it('is all or nothing', async () => {
      await save(1);
      const put = IDBObjectStore.prototype.put;
      const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        row,
      ) {
        return this.name === 'captures' && row.removed ? this.add({ ...row, id: 'c1' }) : put.call(this, row);
      });
      await expect(instead(2, 'c1')).rejects.toThrow();
      failing.mockRestore();
      expect(await stored()).toMatchObject([{ id: 'c1', removed: false }]);
      await expectInStep();
    });
  });

  it('adds a part to what is here', async () => {
    await save(1);
    const regions = [{ x: 0, y: 0, width: 0.5, height: 0.5 }];
    expect(await save(1, { id: 'again', regions })).toMatchObject({
      outcome: 'marked',
      capture: { id: 'c1', regions },
    });
    await expectInStep();
  });

  it('shares one original between two projects', async () => {
    await save(1);
    await save(1, { id: 'other', project: Q, tag: 'distractor' });
    expect(await stored()).toMatchObject([
      { id: 'c1', project: P, tag: 'positive' },
      { id: 'other', project: Q, tag: 'distractor' },
    ]);
    expect(await db.count('originals')).toBe(1);
    await expectInStep();
  });

  const intent: Intent = {
    id: 'click',
    project: P,
    tag: 'positive',
    by: 'menu',
    tabId: 1,
    frameId: 0,
    srcUrl: '',
    pageUrl: '',
    frameUrl: '',
    at: 1,
    tries: 1,
  };

  const at = (url: string) => ({ provenance: { ...newest(1).provenance, imageUrl: url } });
  const addresses = () => db.getAll('addresses');

  it('knows every address that showed the picture, whatever came of it, each once', async () => {
    await save(1, at('https://a.example/1.png#top'));
    await save(1, { id: 'again', ...at('https://b.example/1.png') });
    await save(1, { id: 'anew', tag: 'distractor', ...at('https://a.example/1.png') });
    await save(1, { id: 'typed', ...at('data:image/png;base64,…') });
    expect(await addresses()).toEqual(
      ['https://a.example/1.png', 'https://b.example/1.png'].map((url) => ({ project: P, url, sha256: sha256Of(1) })),
    );
  });

  it('knows the picture that an address showed last', async () => {
    await save(1, at('https://a.example/new.png'));
    await save(2, at('https://a.example/new.png'));
    expect(await addresses()).toMatchObject([{ sha256: sha256Of(2) }]);
  });

  it('lets the addresses of a capture go with it, and no others', async () => {
    await save(1, at('https://a.example/1.png'));
    await save(1, { id: 'other', project: Q, ...at('https://a.example/1.png') });
    await save(2, at('https://a.example/2.png'));
    await changeCaptures(db, ['c1'], () => undefined);
    expect(await addresses()).toMatchObject([
      { project: P, url: 'https://a.example/2.png' },
      { project: Q, url: 'https://a.example/1.png' },
    ]);
  });

  it('ends its intent, and no other', async () => {
    await db.put('intents', intent);
    await db.put('intents', { ...intent, id: 'other click' });
    await save(1, {}, 'click');
    expect(await db.getAllKeys('intents')).toEqual(['other click']);
    await save(1, {}, 'other click');
    expect(await db.getAllKeys('intents')).toEqual([]);
  });

  it.each(['captures', 'tallies', 'originals'])('writes all or nothing: %s cannot be written', async (store) => {
    await db.put('intents', intent);
    const put = IDBObjectStore.prototype.put;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
      // A request that fails as on a full disk: not at once, but when its turn comes.
      if (this.name === store) put.call(this, row);
      return this.name === store ? this.add(row) : put.call(this, row);
    });
    await expect(save(1, {}, 'click')).rejects.toThrow();
    failing.mockRestore();
    expect(await stored()).toEqual([]);
    expect(await db.count('originals')).toBe(0);
    expect(await db.getAllKeys('intents')).toEqual(['click']);
    await expectInStep();
  });

  it('makes one row of the same picture saved twice at once', async () => {
    const outcomes = await Promise.all([save(1), save(1, { id: 'twin' }), save(1, { id: 'third', tag: 'distractor' })]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'already', 'retagged']);
    expect(await stored()).toHaveLength(1);
    await expectInStep();
  });
});

describe('changeCaptures', () => {
  it('drops an original, and its picture, with the last that needs it', async () => {
    await save(1);
    await save(1, { id: 'other', project: Q });
    await db.put('thumbnails', { sha256: sha256Of(1), picture: new Blob() });
    await changeCaptures(db, ['c1'], () => undefined);
    expect(await db.count('originals')).toBe(1);
    expect(await db.count('thumbnails')).toBe(1);
    await expectInStep();
    await changeCaptures(db, ['other'], () => undefined);
    expect(await db.count('originals')).toBe(0);
    expect(await db.count('thumbnails')).toBe(0);
    await expectInStep();
  });

  it('passes over what is gone, and answers what is left', async () => {
    await save(1);
    await save(2);
    const left = await changeCaptures(db, ['c1', 'none', 'c2'], (capture) =>
      capture.id === 'c1' ? undefined : retag(capture, 'distractor', MOMENT),
    );
    expect(left).toMatchObject([{ id: 'c2', tag: 'distractor' }]);
    expect(await stored()).toEqual(left);
    await expectInStep();
  });

  it('counts once what is named twice', async () => {
    await save(1);
    await changeCaptures(db, ['c1', 'c1'], (capture) => retag(capture, 'distractor', MOMENT));
    await expectInStep();
    await changeCaptures(db, ['c1', 'c1'], () => undefined);
    await expectInStep();
  });

  it('drops the original of two that go at once', async () => {
    await save(1);
    await save(1, { id: 'other', project: Q });
    await changeCaptures(db, ['c1', 'other'], () => undefined);
    await expectInStep();
  });

  it('changes all or nothing', async () => {
    await save(1);
    await save(2);
    const before = await stored();
    const change = (capture: Capture) => {
      if (capture.id === 'c2') throw new Error('no');
      return undefined;
    };
    await expect(changeCaptures(db, ['c1', 'c2'], change)).rejects.toThrow('no');
    expect(await stored()).toEqual(before);
    await expectInStep();
  });

  it('loses no change of two at once', async () => {
    await save(1);
    const note = (tag: 'distractor' | 'context-negative') =>
      changeCaptures(db, ['c1'], (capture) => retag(capture, tag, MOMENT));
    await Promise.all([note('distractor'), note('context-negative')]);
    expect((await stored())[0]?.history.map(({ tag }) => tag)).toEqual(['positive', 'distractor', 'context-negative']);
  });

  it('keeps tallies and originals in step with whatever happens', async () => {
    const random = randomFrom(2);
    const receipt = { place: 'there', id: 'x', tag: 'positive', brought: true } as const;
    const changes = [
      (capture: Capture) => retag(capture, pick(TAGS, random), MOMENT),
      (capture: Capture) => remove(capture, MOMENT),
      (capture: Capture) => restore(capture, MOMENT),
      (capture: Capture) => undo(capture, { ...MOMENT, sends: false }),
      (capture: Capture) => enqueue(capture, 5_000),
      (capture: Capture) => confirm(capture, receipt, 5_000),
      (capture: Capture) => fail(capture, { kind: 'refused' }, random() < 0.5 ? undefined : 7_000),
      () => undefined,
    ];
    for (let step = 0; step < 300; step++) {
      const number = Math.floor(random() * 6);
      const project = pick([P, Q, 'here'], random);
      if (random() < 0.4) await save(number, { id: `${project} ${number}`, project, tag: pick(TAGS, random) });
      else if (random() < 0.2) await claimDue(db, { project: project, lease: LEASE, now: 10_000, count: 2 });
      else await changeCaptures(db, [`${project} ${number}`], pick(changes, random));
      await expectInStep();
    }
  });
});

describe('handOnAddresses', () => {
  it('makes what showed one picture show another, in its own project', async () => {
    for (const project of [P, Q]) await save(1, { id: `small in ${project}`, project });
    const { capture } = await save(2, {
      provenance: { ...newest(2).provenance, imageUrl: 'https://a.example/large.png' },
    });
    await handOnAddresses(db, sha256Of(1), capture);
    const small = newest(1).provenance.imageUrl;
    expect((await db.getAll('addresses')).map(({ project, url, sha256 }) => [project, url, sha256])).toEqual([
      [P, 'https://a.example/large.png', sha256Of(2)],
      [P, small, sha256Of(2)],
      [Q, small, sha256Of(1)],
    ]);
  });
});

describe('learnAddress', () => {
  it('keeps another address of a picture, up to so many', async () => {
    const { capture } = await save(1);
    for (let number = 0; number < 60; number++) await learnAddress(db, `https://a.example/${number}`, capture);
    expect(await db.count('addresses')).toBe(50);
    await expectInStep();
  });

  it('keeps none of a capture that is gone', async () => {
    const { capture } = await save(1);
    await changeCaptures(db, ['c1'], () => undefined);
    await learnAddress(db, 'https://a.example/late', capture);
    expect(await db.count('addresses')).toBe(0);
  });
});

describe('claimDue', () => {
  beforeEach(async () => {
    for (const number of [3, 1, 4, 2]) await save(number);
    await save(9, { project: Q, id: 'of another project' });
  });

  it('takes what is due, the oldest first, no more than asked for', async () => {
    expect((await claimDue(db, { project: P, lease: LEASE, now: 1_003, count: 2 })).map(({ id }) => id)).toEqual([
      'c1',
      'c2',
    ]);
    expect((await claimDue(db, { project: P, lease: LEASE, now: 1_003, count: 9 })).map(({ id }) => id)).toEqual([
      'c3',
    ]);
    expect(await claimDue(db, { project: P, lease: LEASE, now: 1_003, count: 9 })).toEqual([]);
  });

  it('hands it to one owner, for a time, and marks it as sent before it is', async () => {
    const [claimed] = await claimDue(db, { project: P, lease: LEASE, now: 2_000, count: 1 });
    expect(claimed?.sync).toEqual({ attempts: 0, dueAt: LEASE.until, lease: LEASE, sentAt: 2_000 });
    expect(await db.get('captures', 'c1')).toEqual(claimed);
    await expectInStep();
  });

  it('never hands out anything twice, however many ask at once', async () => {
    const claims = await Promise.all(
      [1, 2, 3, 4, 5].map(() => claimDue(db, { project: P, lease: LEASE, now: 2_000, count: 1 })),
    );
    expect(claims.flat().map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  it('owes a survey for what it hands out to be uploaded', async () => {
    await changeDrain(db, P, (drain) => ({ ...drain, attempts: 3 }));
    await claimDue(db, { project: P, lease: LEASE, now: 0, count: 9 });
    expect(await readDrain(db, P)).toEqual({ project: P, owesSurvey: false, attempts: 3 });
    await claimDue(db, { project: P, lease: LEASE, now: 2_000, count: 1 });
    expect(await readDrain(db, P)).toEqual({ project: P, owesSurvey: true, attempts: 3 });
    expect(await readDrain(db, Q)).toMatchObject({ owesSurvey: false });
  });

  it.each(['change', 'remove'] as const)('owes none for a %s', async (step) => {
    const receipt = { place: 'there', id: 'x', tag: 'positive', brought: true } as const;
    await changeCaptures(db, ['c1'], (capture) => {
      const sent = confirm(capture, receipt, 0);
      return step === 'change' ? retag(sent, 'distractor', { ...MOMENT, now: 0 }) : remove(sent, { ...MOMENT, now: 0 });
    });
    expect((await claimDue(db, { project: P, lease: LEASE, now: 0, count: 9 })).map(nextStep)).toEqual([step]);
    expect(await readDrain(db, P)).toMatchObject({ owesSurvey: false });
  });

  it('takes again what nobody gave back in time', async () => {
    await claimDue(db, { project: P, lease: LEASE, now: 2_000, count: 9 });
    expect(await claimDue(db, { project: P, lease: LEASE, now: LEASE.until - 1, count: 9 })).toEqual([]);
    expect(await claimDue(db, { project: P, lease: LEASE, now: LEASE.until, count: 9 })).toHaveLength(4);
  });
});

describe('releaseLeases', () => {
  it('makes due at once what the dead had, with the mark of having been sent, and nothing else', async () => {
    for (const number of [1, 2]) await save(number);
    await save(9, { project: Q, id: 'of another project' });
    await claimDue(db, { project: P, lease: LEASE, now: 1_001, count: 1 });
    await claimDue(db, { project: Q, lease: LEASE, now: 2_000, count: 1 });
    const untouched = await db.get('captures', 'c2');
    await releaseLeases(db, P, 3_000);
    expect((await db.get('captures', 'c1'))?.sync).toEqual({ attempts: 0, dueAt: 3_000, sentAt: 1_001 });
    expect(await db.get('captures', 'c2')).toEqual(untouched);
    expect((await db.get('captures', 'of another project'))?.sync.lease).toEqual(LEASE);
    await expectInStep();
  });
});

describe('changeDrain and writeValue', () => {
  it('begin with a queue at rest, and keep what they are given', async () => {
    expect(await changeDrain(db, 'new', (drain) => drain)).toEqual({ project: 'new', owesSurvey: false, attempts: 0 });
    await Promise.all([1, 2, 3].map(() => changeDrain(db, P, (drain) => ({ ...drain, attempts: drain.attempts + 1 }))));
    expect(await readDrain(db, P)).toMatchObject({ attempts: 3 });
    await writeValue(db, 'exported:project-1', 7);
    expect(await db.get('values', 'exported:project-1')).toBe(7);
  });
});
