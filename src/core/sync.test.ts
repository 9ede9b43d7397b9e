import { describe, expect, it } from 'vitest';
import { makeCapture } from '../../test/make-capture.ts';
import { pick, randomFrom } from '../../test/random.ts';
import type { Capture } from './capture.ts';
import { remove, restore, retag, undo } from './change.ts';
import {
  claim,
  confirm,
  enqueue,
  fail,
  forgetPlace,
  nextStep,
  type Receipt,
  release,
  type Standing,
  type Step,
  type SyncState,
  standing,
  unsend,
} from './sync.ts';
import { TAGS, type Tag } from './tag.ts';
import { emptyTally, shiftTally } from './tally.ts';

const RECEIPT: Receipt = { place: 'there', id: 'asset', tag: 'positive', brought: true };
const FOUND: Receipt = { ...RECEIPT, brought: false };
const LEASE = { owner: 'worker', until: 900 };
const REFUSED = { kind: 'refused' } as const;

const at = (sync: Partial<SyncState>, changes: Partial<Capture> = {}) =>
  makeCapture({ sync: { attempts: 0, ...sync }, ...changes });

describe('nextStep', () => {
  it.each<[Step, Tag, boolean, Partial<SyncState>]>([
    ['upload', 'positive', false, {}],
    ['upload', 'positive', false, { sentAt: 1 }],
    ['upload', 'distractor', false, { failure: REFUSED }],
    ['none', 'positive', false, { receipt: RECEIPT }],
    ['none', 'positive', false, { receipt: FOUND, sentAt: 1 }],
    ['change', 'distractor', false, { receipt: RECEIPT }],
    ['change', 'distractor', false, { receipt: FOUND }],
    ['forget', 'positive', true, {}],
    ['remove', 'positive', true, { sentAt: 1 }],
    ['remove', 'positive', true, { receipt: RECEIPT }],
    ['remove', 'distractor', true, { receipt: FOUND }],
  ])('is %s for a %s (removed: %s) at %j', (step, tag, removed, sync) => {
    expect(nextStep(at(sync, { tag, removed }))).toBe(step);
  });
});

describe('standing', () => {
  it.each<[Standing, Partial<SyncState>]>([
    ['kept', {}],
    ['kept', { sentAt: 1 }],
    ['waiting', { dueAt: 1 }],
    ['waiting', { dueAt: 1, failure: REFUSED, receipt: RECEIPT }],
    ['sending', { dueAt: 1, lease: LEASE, failure: REFUSED }],
    ['failed', { failure: REFUSED }],
    ['failed', { failure: REFUSED, receipt: RECEIPT }],
    ['synced', { receipt: RECEIPT }],
  ])('is %s at %j', (expected, sync) => expect(standing(at(sync))).toBe(expected));
});

/** What a transition makes of a state; the rest of the capture stays as it is. */
const TRANSITIONS: readonly [string, Partial<SyncState>, (capture: Capture) => Capture, Partial<SyncState>][] = [
  ['enqueue: a clean slate', { attempts: 4, failure: REFUSED }, (c) => enqueue(c, 50), { dueAt: 50 }],
  ['enqueue: due earlier or later', { dueAt: 70, attempts: 4 }, (c) => enqueue(c, 50), { dueAt: 50 }],
  [
    'enqueue: stays with whoever sends it',
    { dueAt: 900, lease: LEASE, attempts: 1 },
    (c) => enqueue(c, 50),
    { dueAt: 900, lease: LEASE },
  ],
  [
    'enqueue: keeps what is known of the destination',
    { receipt: RECEIPT, sentAt: 3 },
    (c) => enqueue(c, 50),
    { receipt: RECEIPT, sentAt: 3, dueAt: 50 },
  ],
  [
    'claim: an upload is marked as sent',
    { dueAt: 5 },
    (c) => claim(c, LEASE, 10),
    { dueAt: 900, lease: LEASE, sentAt: 10 },
  ],
  [
    'claim: it was sent when it was first',
    { dueAt: 5, sentAt: 3, attempts: 2 },
    (c) => claim(c, LEASE, 10),
    { dueAt: 900, lease: LEASE, sentAt: 3, attempts: 2 },
  ],
  [
    'claim: a change is no sending',
    { dueAt: 5, receipt: { ...FOUND, tag: 'distractor' } },
    (c) => claim(c, LEASE, 10),
    { dueAt: 900, lease: LEASE, receipt: { ...FOUND, tag: 'distractor' } },
  ],
  [
    'confirm: all is well',
    { dueAt: 900, lease: LEASE, sentAt: 3, attempts: 2, failure: REFUSED },
    (c) => confirm(c, RECEIPT, 10),
    { receipt: RECEIPT, sentAt: 3 },
  ],
  [
    'confirm: what was found there was not sent by us',
    { dueAt: 900, lease: LEASE, sentAt: 3 },
    (c) => confirm(c, FOUND, 10),
    { receipt: FOUND },
  ],
  [
    'confirm: re-tagged meanwhile, due at once',
    { dueAt: 900, lease: LEASE, sentAt: 3 },
    (c) => confirm({ ...c, tag: 'distractor' }, RECEIPT, 10),
    { receipt: RECEIPT, sentAt: 3, dueAt: 10 },
  ],
  [
    'confirm: taken back meanwhile, due at once',
    { dueAt: 900, lease: LEASE, sentAt: 3 },
    (c) => confirm({ ...c, removed: true }, RECEIPT, 10),
    { receipt: RECEIPT, sentAt: 3, dueAt: 10 },
  ],
  [
    'fail: tried again',
    { dueAt: 900, lease: LEASE, sentAt: 3, attempts: 2 },
    (c) => fail(c, { kind: 'unreachable' }, 77),
    { dueAt: 77, sentAt: 3, attempts: 3, failure: { kind: 'unreachable' } },
  ],
  [
    'fail: waits for the person',
    { dueAt: 900, lease: LEASE, sentAt: 3 },
    (c) => fail(c, REFUSED, undefined),
    { sentAt: 3, attempts: 1, failure: REFUSED },
  ],
  [
    'release: untried',
    { dueAt: 900, lease: LEASE, sentAt: 3, attempts: 2, failure: REFUSED },
    (c) => release(c, 10),
    { dueAt: 10, sentAt: 3, attempts: 2, failure: REFUSED },
  ],
  ['unsend: nothing arrived', { dueAt: 900, lease: LEASE, sentAt: 3 }, unsend, { dueAt: 900, lease: LEASE }],
  ['unsend: not with a receipt', { sentAt: 3, receipt: RECEIPT }, unsend, { sentAt: 3, receipt: RECEIPT }],
  [
    'forgetPlace: as if never sent',
    { dueAt: 900, lease: LEASE, sentAt: 3, receipt: RECEIPT, failure: REFUSED, attempts: 2 },
    forgetPlace,
    {},
  ],
];

describe('transitions', () => {
  it.each(TRANSITIONS)('%s', (_, before, transition, after) => {
    const capture = at(before);
    const next = transition(capture);
    expect(next.sync).toEqual({ attempts: 0, ...after });
    expect({ ...next, tag: capture.tag, removed: false, sync: capture.sync }).toEqual(capture);
    // Nothing is changed in place: a page may still show it.
    expect(capture).toEqual(at(before));
  });
});

/** One capture, whoever has it in hand, and the clock. */
interface World {
  readonly capture: Capture | undefined;
  /** What the drain claimed, as it was then: what it tells the destination. */
  readonly held: Capture | undefined;
  readonly now: number;
}

type Act = (world: World & { readonly capture: Capture }, random: () => number) => Partial<World>;

const moment = ({ now }: World) => ({ now, sends: true });

const PERSON: Readonly<Record<string, Act>> = {
  retag: (world, random) => ({ capture: retag(world.capture, pick(TAGS, random), moment(world)) }),
  remove: (world) => ({ capture: remove(world.capture, moment(world)) }),
  restore: (world) => ({ capture: restore(world.capture, moment(world)) }),
  undo: (world) => ({ capture: undo(world.capture, moment(world)) }),
  wait: ({ now }, random) => ({ now: now + Math.floor(random() * 1e6) }),
};

const isDue = ({ capture, now }: World) => (capture?.sync.dueAt ?? Number.POSITIVE_INFINITY) <= now;

function claimDue(world: World & { readonly capture: Capture }): Partial<World> {
  if (world.held || !isDue(world)) return {};
  const held = claim(world.capture, { owner: 'worker', until: world.now + 1e7 }, world.now);
  return { capture: held, held };
}

/** The destination did what it was told, by the capture as it was claimed. */
function succeed({ capture, held, now }: World & { readonly capture: Capture }): Partial<World> {
  if (!held) return {};
  const step = nextStep(held);
  if (step === 'upload' || step === 'change' || step === 'none')
    return { held: undefined, capture: confirm(capture, { ...RECEIPT, tag: held.tag }, now) };
  return { held: undefined, capture: capture.removed ? undefined : enqueue(forgetPlace(capture), now) };
}

const DRAIN: Readonly<Record<string, Act>> = {
  claim: claimDue,
  confirm: succeed,
  failForNow: ({ capture, held, now }, random) =>
    held ? { held: undefined, capture: fail(capture, { kind: 'unreachable' }, now + random() * 1e5) } : {},
  failForGood: ({ capture, held }) =>
    held && nextStep(held) !== 'remove' ? { held: undefined, capture: fail(unsend(capture), REFUSED, undefined) } : {},
  release: ({ capture, held, now }) => (held ? { held: undefined, capture: release(capture, now) } : {}),
};

const ACTS = { ...PERSON, ...DRAIN };

/** What the person wants there, and what is known to be there. Written anew: not by `nextStep`. */
function isSettled({ tag, removed, sync }: Capture): boolean {
  return !removed && sync.receipt?.tag === tag;
}

function isLost({ capture }: World): boolean {
  if (!capture || isSettled(capture)) return false;
  const { lease, dueAt, failure } = capture.sync;
  return !lease && dueAt === undefined && !failure;
}

function isInOrder({ capture, held }: World): boolean {
  if (!capture) return held === undefined;
  const { lease, dueAt } = capture.sync;
  return (lease === undefined) === (held === undefined) && (!lease || dueAt !== undefined);
}

describe('a capture', () => {
  const seeds = Array.from({ length: 400 }, (_, seed) => seed);

  /** Some acts in any order, with what they were, for the message. */
  function live(seed: number, look: (world: World, before: World) => void = () => undefined): World {
    const random = randomFrom(seed);
    const fresh = makeCapture({ tag: pick(TAGS, random), sync: { attempts: 0, dueAt: 1_000 } });
    let world: World = { capture: fresh, held: undefined, now: 1_000 };
    for (let step = 0; step < 60 && world.capture; step++) {
      const before = world;
      const act = pick(Object.values(ACTS), random);
      world = { ...world, ...act({ ...world, capture: world.capture }, random) };
      look(world, before);
    }
    return world;
  }

  it('is never lost: what is wanted there is there, in hand, due, or waits for the person', () => {
    for (const seed of seeds)
      live(seed, (world) => {
        if (isLost(world) || !isInOrder(world)) throw new Error(`seed ${seed}: ${JSON.stringify(world)}`);
      });
  });

  it('gets where it is wanted, or is let go, once everything works and the person retries', () => {
    for (const seed of seeds) {
      let world = live(seed);
      for (let round = 0; round < 8 && world.capture && !(isSettled(world.capture) && !world.held); round++) {
        const { capture } = world;
        // Failed for good: only the person helps. Otherwise time does.
        if (capture.sync.dueAt === undefined && !world.held) world = { ...world, capture: enqueue(capture, world.now) };
        world = { ...world, now: world.now + 1e7 };
        world = { ...world, ...claimDue({ ...world, capture: world.capture ?? capture }) };
        world = { ...world, ...succeed({ ...world, capture: world.capture ?? capture }) };
      }
      expect(world.held, `seed ${seed}`).toBeUndefined();
      expect(world.capture === undefined || isSettled(world.capture), `seed ${seed}`).toBe(true);
    }
  });

  it('is tallied step by step as a count of all gives', () => {
    for (const seed of seeds) {
      let tally = shiftTally(emptyTally('project-1'), undefined, undefined);
      let known: Capture | undefined;
      live(seed, ({ capture }) => {
        tally = shiftTally(tally, known, capture);
        known = capture;
        if (JSON.stringify(tally) !== JSON.stringify(shiftTally(emptyTally('project-1'), undefined, capture)))
          throw new Error(`seed ${seed}: ${JSON.stringify(tally)}`);
      });
    }
  });

  it('goes through every act in these lives', () => {
    const reached = new Set<string>();
    for (const seed of seeds)
      live(seed, ({ capture }, before) => {
        if (capture && capture !== before.capture) reached.add(`${nextStep(capture)} ${standing(capture)}`);
      });
    for (const step of ['upload', 'change', 'none']) expect([...reached]).toContain(`${step} sending`);
    for (const state of ['none synced', 'upload failed', 'change waiting', 'remove waiting', 'forget waiting'])
      expect([...reached]).toContain(state);
  });
});
