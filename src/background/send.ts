import type { Capture } from '../core/capture.ts';
import { Failure, mayHaveArrived, noteOf, stopsDestination, toFailure } from '../core/failure.ts';
import { keeperOf } from '../core/keeper.ts';
import { nextAttempt } from '../core/retry.ts';
import { fail, holds, type Receipt, release, unsend } from '../core/sync.ts';
import { readOriginal } from '../db/read.ts';
import { changeCaptures } from '../db/write.ts';
import type { Held } from '../destinations/contract.ts';
import type { Job, Survey } from './rounds.ts';

/** How often a colleague's thing is looked at again before it counts as tagged differently. */
const PATIENCE = 4;

/**
 * Brings one claimed capture to its destination.
 *
 * @param move takes the share of the work that was done since it was last called
 * @throws Failure which `noteFailure` writes down
 */
export async function bring(
  job: Job,
  survey: Survey,
  capture: Capture,
  move: (share: number) => void,
): Promise<Receipt> {
  let reached = 0;
  const onProgress = (share: number) => {
    job.uploads.set(capture.id, 'arrived');
    move(share - reached);
    reached = share;
  };
  const receipt = await bringOver({ ...job, run: { ...job.run, onProgress } }, survey, capture);
  onProgress(1);
  return receipt;
}

async function bringOver(job: Job, survey: Survey, capture: Capture): Promise<Receipt> {
  const { receipt } = capture.sync;
  if (receipt?.place === job.place) {
    const changed = await job.destination.change(receipt, capture, job.run).catch(passGone);
    if (changed) return changed;
  }
  return (await adopt(job, survey, capture)) ?? send(job, capture);
}

/** A thing that is gone may have been a surplus copy that a colleague removed: the keeper is looked for instead. */
function passGone(error: unknown): undefined {
  if (toFailure(error).kind !== 'gone') throw error;
}

/** Takes over what is there already: an upload of ours whose answer was lost, or a colleague's of the same picture. */
async function adopt(job: Job, survey: Survey, capture: Capture): Promise<Receipt | undefined> {
  const copies = survey.copies.get(capture.sha256) ?? [];
  const keeper = keeperOf(copies.filter(({ refused }) => refused === undefined));
  const refused = copies.find((copy) => copy.refused !== undefined)?.refused;
  if (!keeper && refused !== undefined) throw new Failure('refused', { fact: refused });
  if (!keeper) {
    if (capture.sync.receipt?.place === job.place) throw new Failure('gone');
    return undefined;
  }
  // What the survey saw before this capture was first handed over cannot be ours.
  const brought = capture.sync.sentAt !== undefined && capture.sync.sentAt < survey.takenAt;
  const receipt = { ...keeper.receipt, brought };
  if (receipt.tag === capture.tag && keeper.tag === capture.tag) return receipt;
  if (brought) return job.destination.change(receipt, capture, job.run);
  throw disagreement(keeper, capture);
}

/** Somebody else's thing is never changed. One that says our tag but does not count as it yet may still be under way. */
function disagreement(keeper: Held, capture: Capture): Failure {
  const underWay = keeper.tag === capture.tag && capture.sync.attempts < PATIENCE;
  return new Failure(underWay ? 'not-confirmed' : 'tagged-otherwise');
}

async function send(job: Job, capture: Capture): Promise<Receipt> {
  const original = await (job.originals.get(capture.sha256) ?? readOriginal(job.db, capture.sha256));
  job.originals.delete(capture.sha256);
  if (!original) throw new Failure('original-missing');
  job.uploads.set(capture.id, 'begun');
  return job.destination.upload(capture, await job.asTaken(original.bytes, capture), job.run);
}

/**
 * Marks a capture as failed, or gives it back: when its whole destination stops, and when the person wants something else by
 * now than what failed.
 */
export async function noteFailure(job: Job, survey: Survey, capture: Capture, failure: Failure): Promise<void> {
  const now = Date.now();
  const retryAt = nextAttempt(failure, capture.sync.attempts, now, Math.random());
  const firstTry = (capture.sync.sentAt ?? 0) >= survey.takenAt;
  const upload = job.uploads.get(capture.id);
  const isSure = upload === undefined || (upload === 'begun' && !mayHaveArrived(failure.kind));
  await changeCaptures(job.db, [capture.id], (current) => {
    if (capture.sync.lease && !holds(job.owner, current)) return current;
    const sent = firstTry && isSure ? unsend(current) : current;
    const changed = current.tag !== capture.tag || current.removed !== capture.removed;
    return stopsDestination(failure.kind) || changed ? release(sent, now) : fail(sent, noteOf(failure), retryAt);
  });
}
