import type { Capture } from '../core/capture.ts';
import { queueIfNeeded } from '../core/change.ts';
import { Failure, noteOf, toFailure } from '../core/failure.ts';
import { type Project, sendsCaptures } from '../core/project.ts';
import { nextAttempt } from '../core/retry.ts';
import { nextStep } from '../core/sync.ts';
import { database, type FoilDatabase } from '../db/open.ts';
import { readDrain, readProjects, readSecret } from '../db/read.ts';
import { changeCaptures, changeDrain, releaseLeases } from '../db/write.ts';
import { connect } from '../destinations/adapters.ts';
import { knowDestination } from '../destinations/metas.ts';
import { announce } from '../platform/changes.ts';
import { keepAlive } from '../platform/keep-alive.ts';
import { hasHosts } from '../platform/permissions.ts';
import { asTaken } from './as-taken.ts';
import { showCounts } from './counts.ts';
import { runRounds } from './rounds.ts';
import { planWake, standBy } from './wake.ts';

/** Brings every project's queue as far as it goes now. `eager` (Sync now) does not wait for what was put off. */
export async function drainAll(eager = false): Promise<void> {
  const projects = await readProjects(await database());
  await Promise.all(projects.map((project) => drain(project.id, eager)));
}

/** Does something while no run of a project is under way. */
export async function betweenRuns(project: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(`drain ${project}`, work);
}

/**
 * Drains one project. The lock is what a lease means here: whoever holds it knows that every lease it finds belongs to a
 * background that died, since the browser frees a lock with its owner.
 */
export async function drain(project: string, eager = false): Promise<void> {
  await betweenRuns(project, () => keepAlive(() => drainLocked(project, eager)));
  await Promise.all([planWake(), showCounts()]);
}

async function drainLocked(id: string, eager: boolean): Promise<void> {
  const db = await database();
  await releaseLeases(db, id, Date.now());
  const project = await db.get('projects', id);
  await forgetUnsent(db, id, sendsCaptures(project));
  if (!project || !sendsCaptures(project) || !(await isDue(db, id, eager))) return;
  const standDown = standBy(id);
  try {
    await runRounds(await prepare(db, project));
    await changeDrain(db, id, () => ({ project: id, owesSurvey: false, attempts: 0, finishedAt: Date.now() }));
  } catch (error) {
    await putOff(db, id, toFailure(error));
  } finally {
    // In this order, so that between the two there is no moment without an alarm.
    await planWake();
    await standDown();
    announce({ what: 'drain', project: id });
  }
}

/**
 * What was taken back before it was ever sent is deleted once its time to be put back is over: no destination hears of it.
 * Where nothing is sent any more, nothing else has any business in the queue.
 */
async function forgetUnsent(db: FoilDatabase, project: string, sends: boolean): Promise<void> {
  const due = await db.getAllKeysFromIndex('captures', 'due', IDBKeyRange.bound([project], [project, Date.now()]));
  const moment = { now: Date.now(), sends };
  await changeCaptures(db, due, (capture) => {
    if (nextStep(capture) === 'forget' || (capture.removed && !sends)) return undefined;
    return sends ? capture : queueIfNeeded(capture, moment);
  });
}

async function isDue(db: FoilDatabase, project: string, eager: boolean): Promise<boolean> {
  const { failure, retryAt, owesSurvey } = await readDrain(db, project);
  if (!eager && failure && (retryAt === undefined || retryAt > Date.now())) return false;
  const due = IDBKeyRange.bound([project], [project, eager ? [] : Date.now()]);
  return owesSurvey || (await db.countFromIndex('captures', 'due', due)) > 0;
}

/** Everything a run needs, or the reason why it cannot be. */
async function prepare(db: FoilDatabase, project: Project) {
  if (!navigator.onLine) throw new Failure('offline');
  const { hosts, secretOrigin, place, takes } = knowDestination(project.destination);
  if (!(await hasHosts(hosts))) throw new Failure('host-access-missing');
  const secret = secretOrigin === undefined ? undefined : await readSecret(db, project.id, secretOrigin);
  const run = {
    signal: new AbortController().signal,
    secret: secret?.value,
    target: project.target,
    denial: project.denial,
  };
  return {
    db,
    project: project.id,
    place,
    destination: connect(project.destination),
    run,
    owner: crypto.randomUUID(),
    uploads: new Map<string, 'begun' | 'arrived'>(),
    originals: new Map(),
    asTaken: (original: Blob, { image }: Capture) => asTaken(original, image, takes),
  };
}

async function putOff(db: FoilDatabase, project: string, failure: Failure): Promise<void> {
  await releaseLeases(db, project, Date.now());
  await changeDrain(db, project, ({ retryAt: _, ...drain }) => {
    const when = nextAttempt(failure, drain.attempts, Date.now(), Math.random());
    const next = { ...drain, failure: noteOf(failure), attempts: drain.attempts + 1 };
    return when === undefined ? next : { ...next, retryAt: when };
  });
}
