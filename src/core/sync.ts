import type { Capture } from './capture.ts';
import type { FailureNote } from './failure.ts';
import type { Tag } from './tag.ts';

/** What a destination gave back: enough to change or remove the thing later. */
export interface Receipt {
  /** Which destination and which dataset in it: a project that moves has no receipt there yet. */
  readonly place: string;
  /** The destination's own name for the thing. */
  readonly id: string;
  /** The tag the destination holds it under. */
  readonly tag: Tag;
  /** Whether this collector brought it: only such a thing is ever removed there. */
  readonly brought: boolean;
}

export interface Lease {
  readonly owner: string;
  /** In ms since 1970. */
  readonly until: number;
}

/** Where a capture stands towards its destination. In the queue exactly while `dueAt` is there. */
export interface SyncState {
  readonly dueAt?: number;
  readonly lease?: Lease;
  readonly attempts: number;
  /** When it was first handed over: from then on the destination may hold it even without a receipt. */
  readonly sentAt?: number;
  readonly receipt?: Receipt;
  readonly failure?: FailureNote;
}

export type Step = 'upload' | 'change' | 'remove' | 'forget' | 'none';

/** What is to be done so that the destination holds what the person wants. Derived, so that no change can be missed. */
export function nextStep(capture: Capture): Step {
  const { receipt, sentAt } = capture.sync;
  if (capture.removed) return receipt || sentAt !== undefined ? 'remove' : 'forget';
  if (!receipt) return 'upload';
  return receipt.tag === capture.tag ? 'none' : 'change';
}

export type Standing = 'kept' | 'waiting' | 'sending' | 'failed' | 'synced';

export function standing({ sync }: Capture): Standing {
  if (sync.lease) return 'sending';
  if (sync.dueAt !== undefined) return 'waiting';
  if (sync.failure) return 'failed';
  return sync.receipt ? 'synced' : 'kept';
}

/** Puts a capture into the queue, with a clean slate; one that is being sent stays with whoever sends it. */
export function enqueue(capture: Capture, dueAt: number): Capture {
  const { failure: _, dueAt: before, ...sync } = capture.sync;
  return { ...capture, sync: { ...sync, attempts: 0, dueAt: sync.lease ? (before ?? dueAt) : dueAt } };
}

/** Hands a capture to one owner. Marks an upload as sent *before* it is, since its answer may be lost. */
export function claim(capture: Capture, lease: Lease, now: number): Capture {
  const sent = nextStep(capture) === 'upload' ? { sentAt: capture.sync.sentAt ?? now } : {};
  return { ...capture, sync: { ...capture.sync, ...sent, lease, dueAt: lease.until } };
}

/** Whether somebody's claim on a capture still stands: a project that moves takes it away. */
export function holds(owner: string, { sync }: Capture): boolean {
  return sync.lease?.owner === owner;
}

/** The destination confirmed. What the person changed meanwhile makes it due at once. */
export function confirm(capture: Capture, receipt: Receipt, now: number): Capture {
  const { lease: _, dueAt: __, failure: ___, sentAt, ...sync } = capture.sync;
  // What was found there was never sent by us.
  const sent = receipt.brought && sentAt !== undefined ? { sentAt } : {};
  const settled: Capture = { ...capture, sync: { ...sync, ...sent, attempts: 0, receipt } };
  return nextStep(settled) === 'none' ? settled : enqueue(settled, now);
}

/** It failed: due again at `retryAt`, or, without one, waiting for the person. */
export function fail(capture: Capture, failure: FailureNote, retryAt: number | undefined): Capture {
  const { lease: _, dueAt: __, ...sync } = capture.sync;
  const due = retryAt === undefined ? {} : { dueAt: retryAt };
  return { ...capture, sync: { ...sync, ...due, attempts: sync.attempts + 1, failure } };
}

/** Gives a claim back untried: the destination as a whole is out of reach, or the owner died. */
export function release(capture: Capture, now: number): Capture {
  const { lease: _, ...sync } = capture.sync;
  return { ...capture, sync: { ...sync, dueAt: now } };
}

/** Takes back the mark of having been sent, when it is certain that nothing arrived. */
export function unsend(capture: Capture): Capture {
  const { sentAt: _, ...sync } = capture.sync;
  return capture.sync.receipt ? capture : { ...capture, sync };
}

/** Forgets what another place gave back: the project has moved, and everything is sent anew. */
export function forgetPlace(capture: Capture): Capture {
  const { receipt: _, sentAt: __, failure: ___, lease: ____, dueAt: _____, ...sync } = capture.sync;
  return { ...capture, sync: { ...sync, attempts: 0 } };
}
