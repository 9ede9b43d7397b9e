import type { Capture } from '../core/capture.ts';
import { Failure, stopsDestination, toFailure } from '../core/failure.ts';
import { keeperOf } from '../core/keeper.ts';
import { confirm, enqueue, forgetPlace, type Receipt } from '../core/sync.ts';
import { changeCaptures } from '../db/write.ts';
import type { Held } from '../destinations/contract.ts';
import type { Job, Survey } from './rounds.ts';
import { noteFailure } from './send.ts';

/** Makes one of each picture that came twice: the keeper gets what we have to say, then our own surplus is removed. */
export async function settleCopies(job: Job, survey: Survey): Promise<void> {
  for (const [sha256, copies] of survey.copies) {
    if (copies.length < 2) continue;
    const capture = await job.db.getFromIndex('captures', 'identity', [job.project, sha256]);
    if (capture && !capture.removed) await orNote(job, survey, capture, () => settle(job, capture, copies));
  }
}

/** What fails for one capture is noted there and stops nobody else; what stops the destination is thrown. */
async function orNote(job: Job, survey: Survey, capture: Capture, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = toFailure(error);
    await noteFailure(job, survey, capture, failure);
    if (stopsDestination(failure.kind)) throw failure;
  }
}

async function settle(job: Job, capture: Capture, copies: readonly Held[]): Promise<void> {
  const keeper = keeperOf(copies.filter(({ refused }) => refused === undefined));
  const own = ownCopies(capture, copies);
  const surplus = own.filter((copy) => copy !== keeper);
  if (!keeper || surplus.length === 0) return;
  if (surplus.some(({ receipt }) => receipt.id === capture.sync.receipt?.id)) {
    await moveTo(job, capture, { ...keeper.receipt, brought: own.includes(keeper) }, keeper);
  }
  for (const { receipt } of surplus) await job.destination.remove(receipt, job.run);
}

/** The keeper takes the place of the copy that our receipt names, unless that has changed meanwhile. */
async function moveTo(job: Job, capture: Capture, found: Receipt, { tag }: Held): Promise<void> {
  const agrees = found.tag === capture.tag && tag === capture.tag;
  if (!agrees && !found.brought) throw new Failure('tagged-otherwise');
  const receipt = agrees ? found : await job.destination.change(found, capture, job.run);
  const named = capture.sync.receipt?.id;
  const move = (now: Capture) => (now.sync.receipt?.id === named ? confirm(now, receipt, Date.now()) : now);
  await changeCaptures(job.db, [capture.id], move);
}

/** A browser repeats a request within moments; a copy that came much earlier or later is somebody else's. In ms. */
const REPEAT = 2 * 60_000;

/** Our clock and the server's may differ by this, in ms. */
const SKEW = 60 * 60_000;

/**
 * The copies that this collector may remove: the one its receipt names, and what came with it by the same request or, where
 * there is no receipt, since it was first sent; always under a tag it sent. Never one that somebody else has worked on.
 */
function ownCopies(capture: Capture, copies: readonly Held[]): Held[] {
  const { receipt, sentAt } = capture.sync;
  if (receipt?.brought === false) return [];
  const named = copies.find((copy) => copy.receipt.id === receipt?.id);
  const isOurs = (copy: Held) => {
    if (copy === named) return true;
    if (sentAt === undefined || !capture.history.some(({ tag }) => tag === copy.tag)) return false;
    const at = Date.parse(copy.createdAt);
    if (receipt) return named !== undefined && Math.abs(at - Date.parse(named.createdAt)) < REPEAT;
    return at > sentAt - SKEW;
  };
  return copies.filter((copy) => !copy.claimed && isOurs(copy));
}

/** Takes back what the person took back: at the destination first, then here. */
export async function removeAll(job: Job, survey: Survey, removed: readonly Capture[]): Promise<void> {
  for (const capture of removed) {
    await orNote(job, survey, capture, async () => {
      const own = ownCopies(capture, survey.copies.get(capture.sha256) ?? []);
      for (const { receipt } of own) await job.destination.remove(receipt, job.run);
      // Restored meanwhile: it is sent anew.
      const end = (now: Capture) => (now.removed ? undefined : enqueue(forgetPlace(now), Date.now()));
      await changeCaptures(job.db, [capture.id], end);
    });
  }
}
