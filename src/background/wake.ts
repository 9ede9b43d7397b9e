import { database } from '../db/open.ts';
import { readDrain, readProjects } from '../db/read.ts';
import { nextWake, wakeAt } from '../platform/alarms.ts';

/** New captures gather this long, in ms, and then go together: an undo right away costs the destination nothing. */
const GATHER = 30_000;

/** While offline, how often to look, in ms; the `online` event is quicker when somebody is awake to hear it. */
const OFFLINE_LOOK = 60_000;

export async function drainSoon(): Promise<void> {
  const when = Date.now() + GATHER;
  const planned = await nextWake('drain');
  if (planned === undefined || planned > when || planned < Date.now()) await wakeAt('drain', when);
}

/**
 * Keeps an alarm standing while a drain runs: the one that woke it is spent, and should the background die, nothing else
 * would wake the next one (seen in Firefox). It is put off as long as there is somebody to do so; after the drain it comes
 * once more, and finds nothing.
 *
 * @returns ends it
 */
export function standBy(): () => void {
  const set = () => void wakeAt('drain', Date.now() + GATHER);
  set();
  const timer = setInterval(set, GATHER / 2);
  return () => clearInterval(timer);
}

/** Sets the alarm for what is due next, if anything is. */
export async function planWake(): Promise<void> {
  const db = await database();
  const now = Date.now();
  const times = await Promise.all((await readProjects(db)).map(({ id }) => nextDue(id)));
  const earliest = Math.min(...times.filter((time) => time !== undefined));
  if (earliest === Number.POSITIVE_INFINITY) return;
  await wakeAt('drain', Math.max(earliest, now + (navigator.onLine ? 0 : OFFLINE_LOOK)));
}

/** When the queue of a project wants to be looked at; `undefined` when nothing waits or only the person can help. */
async function nextDue(project: string): Promise<number | undefined> {
  const db = await database();
  const drain = await readDrain(db, project);
  if (drain.failure && drain.retryAt === undefined) return undefined;
  const cursor = await db
    .transaction('captures')
    .store.index('due')
    .openCursor(IDBKeyRange.bound([project], [project, []]));
  const { dueAt, lease } = cursor?.value.sync ?? {};
  // Leased: a drain runs, and its alarm stands by.
  const due = lease ? Date.now() + GATHER : (dueAt ?? (drain.owesSurvey ? Date.now() : undefined));
  return due === undefined ? undefined : Math.max(due, drain.retryAt ?? 0);
}
