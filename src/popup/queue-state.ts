import type { FailureNote } from '../core/failure.ts';
import type { Overview } from './overview.ts';

/** What the queue is at, in the order in which it matters to a person. */
export type QueueState =
  | { readonly is: 'sending'; readonly done: number; readonly total: number }
  | { readonly is: 'stopped'; readonly failure: FailureNote; readonly retryAt: number | undefined }
  | { readonly is: 'waiting'; readonly count: number }
  | { readonly is: 'unsynced'; readonly count: number }
  | { readonly is: 'held'; readonly count: number }
  | { readonly is: 'synced'; readonly at: number | undefined }
  | { readonly is: 'empty' };

/** How far the running drain is, in captures; `done` counts parts of one too. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Seen extends Pick<Overview, 'tally' | 'drain' | 'leased'> {
  /** `undefined` while no news of a drain has come. */
  readonly progress: Progress | undefined;
  /** Captures the destination was never offered; `undefined` until they were counted. */
  readonly unsent: number | undefined;
}

export function queueState({ tally, drain, leased, progress, unsent = 0 }: Seen): QueueState {
  const { waiting, failed } = tally;
  if (progress) return { is: 'sending', ...progress };
  if (leased > 0) return { is: 'sending', done: 0, total: waiting };
  if (drain.failure) return { is: 'stopped', failure: drain.failure, retryAt: drain.retryAt };
  if (waiting > 0) return { is: 'waiting', count: waiting };
  if (failed > 0) return { is: 'unsynced', count: failed };
  if (unsent > 0) return { is: 'held', count: unsent };
  const captured = Object.values(tally.tags).some((count) => count > 0);
  return captured || drain.finishedAt !== undefined ? { is: 'synced', at: drain.finishedAt } : { is: 'empty' };
}

const ENOUGH_TO_LOSE = 50;
const TOO_LONG_AGO = 14 * 86_400_000;

/** Whether it is time to say that data in a browser dies with its profile. Times in ms since 1970. */
export function wantsExport(captures: number, exportedAt: number | undefined, now: number): boolean {
  return captures >= ENOUGH_TO_LOSE && (exportedAt === undefined || now - exportedAt > TOO_LONG_AGO);
}
