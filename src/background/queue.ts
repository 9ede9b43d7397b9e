import type { Capture } from '../core/capture.ts';
import { type Moment, queueIfNeeded } from '../core/change.ts';
import { sendsCaptures } from '../core/project.ts';
import { enqueue, forgetPlace } from '../core/sync.ts';
import { isNegative } from '../core/tag.ts';
import { database, type FoilDatabase } from '../db/open.ts';
import { eachCapture, eachRow, readFailed } from '../db/read.ts';
import { type Change, changeCaptures } from '../db/write.ts';
import { knowDestination } from '../destinations/metas.ts';
import { announce } from '../platform/changes.ts';
import { showCounts } from './counts.ts';
import { drainSoon } from './wake.ts';

/** Rows changed in one transaction: short enough that a click gets in between. */
const BATCH = 200;

/** Applies what a person did to some captures, and lets the queue know. */
export async function changeBy(
  ids: readonly string[],
  act: (capture: Capture, moment: Moment) => Capture,
): Promise<Capture[]> {
  const db = await database();
  const sends = new Map<string, boolean>();
  for (const project of await db.getAll('projects')) sends.set(project.id, sendsCaptures(project));
  const now = Date.now();
  const change: Change = (capture) => act(capture, { now, sends: sends.get(capture.project) === true });
  const changed: Capture[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    changed.push(...(await changeCaptures(db, ids.slice(from, from + BATCH), change)));
  }
  for (const project of new Set(changed.map((capture) => capture.project))) announce({ what: 'captures', project });
  await Promise.all([showCounts(), drainSoon()]);
  return changed;
}

/** Puts what failed back into the queue. What is gone at the destination is sent anew. */
export async function requeueFailed(db: FoilDatabase, project: string): Promise<void> {
  const failed = await readFailed(db, project, 100_000);
  const change: Change = (capture) => {
    const fresh = capture.sync.failure?.kind === 'gone' ? forgetPlace(capture) : capture;
    return enqueue(fresh, Date.now());
  };
  await changeCaptures(
    db,
    failed.map(({ id }) => id),
    change,
  );
  if (failed.length > 0) await drainSoon();
}

/** How many captures were never handed to the project's present destination. */
export async function countUnsent(project: string): Promise<number> {
  return (await listUnsent(project)).length;
}

/** Queues everything the destination was never offered. @returns how many */
export async function sendAll(project: string): Promise<number> {
  const unsent = await listUnsent(project);
  await changeBy(unsent, (capture, moment) => queueIfNeeded(forgetPlace(capture), moment));
  return unsent.length;
}

/** What neither waits nor failed, and has no receipt of the place the project sends to now. */
async function listUnsent(id: string): Promise<string[]> {
  const db = await database();
  const project = await db.get('projects', id);
  const place = project && knowDestination(project.destination).place;
  const unsent: string[] = [];
  for await (const capture of eachCapture(db, id)) {
    const { dueAt, failure, receipt } = capture.sync;
    if (dueAt === undefined && !failure && receipt?.place !== place) unsent.push(capture.id);
  }
  return unsent;
}

/**
 * The project has another destination now: nothing goes there unasked, and what the old one gave back says nothing. What was
 * taken back and is still held by the old one stays there: it is out of this project's reach.
 */
export async function holdBack(db: FoilDatabase, project: string): Promise<void> {
  const ids: string[] = [];
  for await (const { id } of eachRow(db, project)) ids.push(id);
  const change: Change = (capture) => (capture.removed ? undefined : forgetPlace(capture));
  for (let from = 0; from < ids.length; from += BATCH) await changeCaptures(db, ids.slice(from, from + BATCH), change);
}

/**
 * The person has another answer about the dataset's other labels: what negatives say there is brought in line. Their receipts
 * are made to say "unlabelled"; the destination itself knows what it holds.
 */
export async function restateNegatives(db: FoilDatabase, project: string): Promise<void> {
  const ids: string[] = [];
  for await (const { id, tag, sync } of eachCapture(db, project))
    if (isNegative(tag) && sync.receipt?.brought) ids.push(id);
  const now = Date.now();
  await changeCaptures(db, ids, (capture) => {
    const { receipt } = capture.sync;
    if (!receipt) return capture;
    return queueIfNeeded(
      { ...capture, sync: { ...capture.sync, receipt: { ...receipt, tag: 'positive' } } },
      { now, sends: true },
    );
  });
  if (ids.length > 0) await drainSoon();
}
