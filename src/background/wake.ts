import { type Project, sendsCaptures } from '../core/project.ts';
import { database } from '../db/open.ts';
import { readDrain, readProjects } from '../db/read.ts';
import { nextWake, wakeAt, wakeNoMore } from '../platform/alarms.ts';

/** New captures gather this long, in ms, and then go together: an undo right away costs the destination nothing. */
const GATHER = 30_000;

/**
 * An alarm is set no sooner than this, in ms. Firefox fires one that is due at once, and what is due may have to wait for
 * a run that is under way: 275 alarms a second were seen.
 */
const SOONEST = 5_000;

export async function drainSoon(): Promise<void> {
  const when = Date.now() + GATHER;
  const planned = await nextWake('drain');
  if (planned === undefined || planned > when || planned < Date.now()) await wakeAt('drain', when);
}

/** If a background dies in the middle of a drain, the next one is woken this much later at most, in ms. */
const STAND_BY = 30_000;

/**
 * Keeps an alarm standing while a project is drained, put off for as long as there is somebody to do so. The one that
 * began the drain may be spent, and nothing else would wake the next background (seen in Firefox).
 *
 * @returns calls it off
 */
export function standBy(project: string): () => Promise<void> {
  const name = `stand-by ${project}` as const;
  const putOff = () => void wakeAt(name, Date.now() + STAND_BY);
  putOff();
  const timer = setInterval(putOff, STAND_BY / 2);
  return () => {
    clearInterval(timer);
    return wakeNoMore(name);
  };
}

/** Sets the alarm for what is due next, if anything is. */
export async function planWake(): Promise<void> {
  const db = await database();
  const times = await Promise.all((await readProjects(db)).map(nextDue));
  const earliest = Math.min(...times.filter((time) => time !== undefined));
  if (earliest < Number.POSITIVE_INFINITY) await wakeAt('drain', Math.max(earliest, Date.now() + SOONEST));
}

/** When the queue of a project wants to be looked at; `undefined` when nothing waits or only the person can help. */
async function nextDue(of: Project): Promise<number | undefined> {
  const db = await database();
  const project = of.id;
  const drain = await readDrain(db, project);
  if (drain.failure && drain.retryAt === undefined) return undefined;
  const cursor = await db
    .transaction('captures')
    .store.index('due')
    .openCursor(IDBKeyRange.bound([project], [project, []]));
  const due = cursor?.value.sync.dueAt ?? (drain.owesSurvey && sendsCaptures(of) ? Date.now() : undefined);
  return due === undefined ? undefined : Math.max(due, drain.retryAt ?? 0);
}
