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
  const again = left.filter(({ tries }) => tries < TRIES).map((intent) => ({ ...intent, tries: intent.tries + 1 }));
  const givenUp = left.filter(({ tries }) => tries >= TRIES);
  await Promise.all([
    ...again.map((intent) => transaction.store.put(intent)),
    ...givenUp.map(({ id }) => transaction.store.delete(id)),
    transaction.done,
  ]);
  return { again, givenUp };
}
