import type { Capture } from '../core/capture.ts';
import { canSucceedLater, stopsDestination, toFailure } from '../core/failure.ts';
import { sendsTo } from '../core/project.ts';
import { confirm, holds, nextStep, type Receipt } from '../core/sync.ts';
import type { FoilDatabase } from '../db/open.ts';
import { readOriginal } from '../db/read.ts';
import type { Original } from '../db/schema.ts';
import { claimDue, noteCaptures } from '../db/write.ts';
import type { Connected } from '../destinations/adapters.ts';
import type { Held, Run } from '../destinations/contract.ts';
import { announce } from '../platform/changes.ts';
import { groupCommit } from './group-commit.ts';
import { bring, noteFailure } from './send.ts';
import { removeAll, settleCopies } from './settle.ts';

/** One run of a project's queue against its destination. */
export interface Job {
  readonly db: FoilDatabase;
  readonly project: string;
  readonly place: string;
  readonly destination: Connected;
  readonly run: Run;
  /** Whose leases these are. Only who holds a lease may note what became of it. */
  readonly owner: string;
  /** How far the uploads of this run came, by capture: whatever became of them then. */
  readonly uploads: Map<string, 'begun' | 'arrived'>;
  /** An original as the destination takes it. */
  readonly asTaken: (original: Blob, capture: Capture) => Promise<Blob>;
  /** Originals that are being read for what was claimed: handles, not bytes. */
  readonly originals: Map<string, Promise<Original | undefined>>;
}

/** What the destination held when last looked at. */
export interface Survey {
  /** When the look began, in ms since 1970. */
  readonly takenAt: number;
  readonly copies: ReadonlyMap<string, readonly Held[]>;
}

/** Sent at a time: EyePop's own samples use about 10, and EYEPOP.md advises to start with 4. */
const PARALLEL = 4;

/** Confirmations gather this long, in ms, before they are written together. Nobody waits for them. */
const GATHER = 50;

/** Ms between two pieces of news of one run. */
const TELL_EVERY = 100;

/** A retry that is due this soon, in ms, is waited for; a later one gets an alarm. */
const PATIENCE = 15_000;

/** A claim outlives any one request. That its owner died is told by the drain's lock, not by this. In ms. */
const LEASE = 60 * 60_000;

/**
 * Rounds of: look what is there, send what is due, look again. The look before finds what an earlier run brought without
 * hearing of it; the look after finds what a browser or a colleague brought twice (EYEPOP.md). What fails in a round is
 * tried in a later one, so nothing is ever sent again without a look in between.
 *
 * @throws Failure when the destination as a whole cannot go on
 */
export async function runRounds(job: Job): Promise<void> {
  let survey = await lookAround(job);
  const move = watch(job);
  do {
    const removed = await sendDue(job, survey, move);
    survey = await lookAround(job);
    await settleCopies(job, survey);
    await removeAll(job, survey, removed);
  } while (await waitForNext(job));
}

async function lookAround({ destination, run }: Job): Promise<Survey> {
  const takenAt = Date.now();
  const copies = new Map<string, Held[]>();
  for (const held of await destination.survey(run)) copies.set(held.sha256, [...(copies.get(held.sha256) ?? []), held]);
  return { takenAt, copies };
}

/** Tells whoever watches how many captures are brought, parts of one included; not more often than anybody can see. */
function watch({ project }: Job): (share: number) => void {
  let done = 0;
  let told = 0;
  return (share) => {
    done += share;
    if (performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    announce({ what: 'drain', project, done });
  };
}

/**
 * Sends what was due when the round began, a few at a time.
 *
 * @returns what is to be removed: only a fresh look tells which copies there are to remove
 */
async function sendDue(job: Job, survey: Survey, move: (share: number) => void): Promise<Capture[]> {
  const captures = claimAll(job, Date.now());
  const removed: Capture[] = [];
  const confirmed: Promise<void>[] = [];
  const keep = groupCommit(GATHER, (receipts: [string, Receipt][]) => confirmAll(job, new Map(receipts)));
  let failuresInARow = 0;
  const work = async () => {
    // Several loops share one generator: each gets other captures, and whoever leaves ends it for all.
    for await (const capture of captures) {
      if (capture.removed) {
        removed.push(capture);
        continue;
      }
      try {
        // Nobody waits for the note: should it be lost, the next survey finds the thing.
        confirmed.push(keep([capture.id, await bring(job, survey, capture, move)]));
        failuresInARow = 0;
      } catch (error) {
        const failure = toFailure(error);
        await noteFailure(job, survey, capture, failure);
        // What is wrong with one image says nothing of the destination.
        failuresInARow += canSucceedLater(failure.kind) ? 1 : 0;
        if (stopsDestination(failure.kind) || failuresInARow >= PARALLEL) throw failure;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL }, work));
  await Promise.all(confirmed);
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
  return removed;
}

async function confirmAll({ db, owner }: Job, receipts: ReadonlyMap<string, Receipt>): Promise<void> {
  await noteCaptures(db, [...receipts.keys()], (capture) => {
    const receipt = receipts.get(capture.id);
    return receipt && holds(owner, capture) ? confirm(capture, receipt, Date.now()) : capture;
  });
}

/** Claims a few at a time, and the next few, with their originals, while these are under way. */
async function* claimAll(job: Job, until: number): AsyncGenerator<Capture> {
  const { db, project, owner, destination } = job;
  const claimSome = async () => {
    const lease = { owner, until: Date.now() + LEASE };
    const claim = { project, lease, now: until, count: PARALLEL * 8, destination: destination.choice };
    const claimed = await claimDue(db, claim);
    for (const capture of claimed) if (nextStep(capture) === 'upload') readAhead(job, capture.sha256);
    return claimed;
  };
  for (let claimed = await claimSome(); claimed.length > 0; ) {
    const next = claimSome();
    yield* claimed;
    claimed = await next;
  }
}

function readAhead({ db, originals }: Job, sha256: string): void {
  const reading = readOriginal(db, sha256);
  // Whoever sends it hears of a failure; that nobody may come to do so is no second one.
  reading.catch(() => undefined);
  originals.set(sha256, reading);
}

/**
 * Whether there is more to do at once: what failed or was changed meanwhile. Waits for a retry that is due very soon. New
 * captures gather for a run of their own, since every round costs the destination a survey.
 */
async function waitForNext({ db, project, destination }: Job): Promise<boolean> {
  if (!sendsTo(await db.get('projects', project), destination.choice)) return false;
  const soon = IDBKeyRange.bound([project], [project, Date.now() + PATIENCE]);
  const due = await db.getAllFromIndex('captures', 'due', soon, 100);
  const next = due.find(({ sync, removed }) => sync.attempts > 0 || sync.receipt || removed);
  if (!next) return false;
  await new Promise((resolve) => setTimeout(resolve, (next.sync.dueAt ?? 0) - Date.now()));
  return true;
}
