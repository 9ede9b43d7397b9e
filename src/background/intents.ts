import { monotonicFactory } from 'ulid';
import { database } from '../db/open.ts';
import type { Intent } from '../db/schema.ts';
import { wakeAt } from '../platform/alarms.ts';

/** Ids sort in the order they were made, also within one millisecond. */
export const newId = monotonicFactory();

/** A death is noticed this long after a click, in ms, if nothing else wakes the background before. */
const NOTICE = 30_000;

/** How often a click is tried: once, and once more by a background that found it unfinished. */
const TRIES = 2;

/** The clicks that are being worked on. Dies with the background, as the work does: whatever is not in it was left behind. */
const underWay = new Set<string>();

/** Notes a click before anything is done about it, so that a death in between is neither silent nor final. */
export async function noteIntent(intent: Intent): Promise<void> {
  underWay.add(intent.id);
  const transaction = (await database()).transaction(['intents', 'values'], 'readwrite', { durability: 'relaxed' });
  await Promise.all([
    transaction.objectStore('intents').put(intent),
    transaction.objectStore('values').put(intent.tag, 'lastTag'),
    transaction.done,
    wakeAt('resume', Date.now() + NOTICE),
  ]);
}

/** Images of a sweep that are noted together, and wait for their turn. */
export function holdIntents(intents: readonly Intent[]): void {
  for (const { id } of intents) underWay.add(id);
}

/** One of a sweep has its turn: only what was begun counts as tried. */
export async function beginIntent(intent: Intent): Promise<void> {
  const transaction = (await database()).transaction('intents', 'readwrite', { durability: 'relaxed' });
  await Promise.all([transaction.store.put({ ...intent, tries: intent.tries + 1 }), transaction.done]);
}

export function endIntents(intents: readonly Intent[]): void {
  for (const { id } of intents) underWay.delete(id);
}

/** Keeps an alarm standing while work of many intents goes on, so that a death in the middle is noticed. */
export async function keepAwake<Value>(work: () => Promise<Value>): Promise<Value> {
  const putOff = () => void wakeAt('resume', Date.now() + NOTICE);
  putOff();
  const timer = setInterval(putOff, NOTICE / 2);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

export async function dropIntent(id: string): Promise<void> {
  underWay.delete(id);
  await (await database()).delete('intents', id);
}

/**
 * The clicks that an earlier background left unfinished. Each is handed out once more; after that it is given up.
 *
 * @returns what to try again, and what was given up
 */
export async function takeUnfinished(): Promise<{ again: Intent[]; givenUp: Intent[] }> {
  const transaction = (await database()).transaction('intents', 'readwrite');
  const left = (await transaction.store.getAll()).filter(({ id }) => !underWay.has(id));
  for (const { id } of left) underWay.add(id);
  const again = left.filter(({ tries }) => tries < TRIES).map(triedAgain);
  const givenUp = left.filter(({ tries }) => tries >= TRIES);
  await Promise.all([
    ...again.map((intent) => transaction.store.put(intent)),
    ...givenUp.map(({ id }) => transaction.store.delete(id)),
    transaction.done,
  ]);
  return { again, givenUp };
}

/** What waits in a sweep is tried when its turn comes: were all its images tried together, a second death would lose them all. */
function triedAgain(intent: Intent): Intent {
  return intent.sweep === undefined ? { ...intent, tries: intent.tries + 1 } : intent;
}
