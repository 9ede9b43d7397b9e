import type { Capture } from './capture.ts';
import { isReserved } from './rights/reserve.ts';
import { nextStep } from './sync.ts';
import type { Tag } from './tag.ts';

/** Counts of one project, kept beside its captures in the same transaction: no page ever counts rows. */
export interface Tally {
  readonly project: string;
  readonly tags: Readonly<Record<Tag, number>>;
  /** Of these, images whose makers reserve such use; not there where there was none when rights were first looked at. */
  readonly reserved?: Readonly<Record<Tag, number>>;
  /** In the queue. */
  readonly waiting: number;
  /** Out of the queue because only the person can help. */
  readonly failed: number;
}

const NONE: Readonly<Record<Tag, number>> = { positive: 0, 'context-negative': 0, distractor: 0 };

export function emptyTally(project: string): Tally {
  return { project, tags: NONE, reserved: NONE, waiting: 0, failed: 0 };
}

export function reservedIn({ reserved = NONE }: Tally): Readonly<Record<Tag, number>> {
  return reserved;
}

/** The tally after one capture changed from `before` to `after`; `undefined` stands for "is not there". */
export function shiftTally(tally: Tally, before: Capture | undefined, after: Capture | undefined): Tally {
  return add(add(tally, before, -1), after, 1);
}

function add(tally: Tally, capture: Capture | undefined, by: 1 | -1): Tally {
  if (!capture) return tally;
  const { dueAt, failure } = capture.sync;
  const shown = capture.removed ? 0 : by;
  const waits = dueAt !== undefined && nextStep(capture) !== 'forget';
  const count = (counts: Readonly<Record<Tag, number>>, shift: number) => ({
    ...counts,
    [capture.tag]: counts[capture.tag] + shift,
  });
  return {
    ...tally,
    tags: count(tally.tags, shown),
    reserved: count(reservedIn(tally), isReserved(capture.provenance.rights) ? shown : 0),
    waiting: tally.waiting + (waits ? by : 0),
    failed: tally.failed + (dueAt === undefined && failure ? by : 0),
  };
}
