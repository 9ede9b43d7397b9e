import type { Capture } from '../core/capture.ts';
import { Failure, mayHaveArrived, noteOf, stopsDestination, toFailure } from '../core/failure.ts';
import { keeperOf } from '../core/keeper.ts';
import { nextAttempt } from '../core/retry.ts';
import { fail, type Receipt, release, unsend } from '../core/sync.ts';
import { readOriginal } from '../db/read.ts';
import { changeCaptures } from '../db/write.ts';
import type { Job, Survey } from './rounds.ts';

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
    job.arrived.add(capture.id);
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
  if (!brought && keeper.tag !== capture.tag) throw new Failure('tagged-otherwise');
  const receipt = { ...keeper.receipt, brought };
  return receipt.tag === capture.tag ? receipt : job.destination.change(receipt, capture, job.run);
}

async function send(job: Job, capture: Capture): Promise<Receipt> {
  const original = await readOriginal(job.db, capture.sha256);
  if (!original) throw new Failure('original-missing');
  return job.destination.upload(capture, original.bytes, job.run);
}

/**
 * Marks a capture as failed, or gives it back: when its whole destination stops, and when the person wants something else by
 * now than what failed.
 */
export async function noteFailure(job: Job, survey: Survey, capture: Capture, failure: Failure): Promise<void> {
  const now = Date.now();
  const retryAt = nextAttempt(failure, capture.sync.attempts, now, Math.random());
  const firstTry = (capture.sync.sentAt ?? 0) >= survey.takenAt;
  const nothingArrived = firstTry && !job.arrived.has(capture.id) && !mayHaveArrived(failure.kind);
  await changeCaptures(job.db, [capture.id], (current) => {
    const sent = nothingArrived ? unsend(current) : current;
    const changed = current.tag !== capture.tag || current.removed !== capture.removed;
    return stopsDestination(failure.kind) || changed ? release(sent, now) : fail(sent, noteOf(failure), retryAt);
  });
}
