import { Failure, type FailureNote } from '../../core/failure.ts';
import type { Tag } from '../../core/tag.ts';
import { database } from '../../db/open.ts';
import type { Intent, Sweep, Swept } from '../../db/schema.ts';
import type { Sender } from '../../platform/messaging.ts';
import { listTabs } from '../../platform/tabs.ts';

/** What a layer that nobody closed is kept for, in ms: longer than anybody looks at one page. */
const OPEN = 12 * 60 * 60_000;

const allOf = (sweep: string) => IDBKeyRange.bound([sweep], [sweep, []]);

export async function addSweep(sweep: Sweep): Promise<void> {
  await (await database()).put('sweeps', sweep);
}

/** The sweep that a page's top frame names: it alone was told of it. @throws Failure `offer-too-late` */
export async function readSweep(id: unknown, { tab, frameId }: Sender): Promise<Sweep> {
  const sweep = typeof id === 'string' ? await (await database()).get('sweeps', id) : undefined;
  if (!sweep || frameId !== 0 || sweep.tabId !== tab?.id) throw new Failure('offer-too-late');
  return sweep;
}

export async function readSwept(sweep: string): Promise<Swept[]> {
  return (await database()).getAll('swept', allOf(sweep));
}

export async function putSwept(rows: readonly Swept[]): Promise<void> {
  const transaction = (await database()).transaction('swept', 'readwrite', { durability: 'relaxed' });
  await Promise.all([...rows.map((row) => transaction.store.put(row)), transaction.done]);
}

/** Everything that a person tagged at once, noted for good before the first byte of it is asked for. */
export async function noteTagged(
  { id }: Sweep,
  intents: readonly Intent[],
  replaced: readonly string[],
): Promise<void> {
  const stores = ['sweeps', 'swept', 'intents', 'values'] as const;
  const transaction = (await database()).transaction(stores, 'readwrite', { durability: 'strict' });
  const [sweeps, swept] = [transaction.objectStore('sweeps'), transaction.objectStore('swept')];
  const sweep = await sweeps.get(id);
  for (const intent of intents) {
    const row = intent.item === undefined ? undefined : await swept.get([id, intent.item]);
    if (row) await swept.put({ ...withoutFailure(row), state: 'waiting', tag: intent.tag });
    await transaction.objectStore('intents').put(intent);
  }
  const [first] = intents;
  await Promise.all([
    ...replaced.map((intent) => transaction.objectStore('intents').delete(intent)),
    sweep && sweeps.put({ ...sweep, runs: true }),
    first && transaction.objectStore('values').put(first.tag, 'lastTag'),
    transaction.done,
  ]);
}

/** An image that could not be captured: its intent ends here. */
export async function noteFailed({ id, sweep = '', item = -1 }: Intent, failure: FailureNote): Promise<void> {
  const transaction = (await database()).transaction(['intents', 'swept'], 'readwrite', { durability: 'relaxed' });
  const swept = transaction.objectStore('swept');
  const row = await swept.get([sweep, item]);
  await Promise.all([
    row && swept.put({ ...row, state: 'failed', failure }),
    transaction.objectStore('intents').delete(id),
    transaction.done,
  ]);
}

/** Drops intents that were not begun. @returns the images they were of, as they stand now */
export async function dropIntents(sweep: string, intents: readonly Intent[]): Promise<Swept[]> {
  const transaction = (await database()).transaction(['intents', 'swept'], 'readwrite', { durability: 'strict' });
  const swept = transaction.objectStore('swept');
  const rows: Swept[] = [];
  for (const { id, item = -1 } of intents) {
    const row = await swept.get([sweep, item]);
    await transaction.objectStore('intents').delete(id);
    if (row) rows.push(asBefore(row));
  }
  await Promise.all([...rows.map((row) => swept.put(row)), transaction.done]);
  return rows;
}

function asBefore(row: Swept): Swept {
  const { state: _, tag, ...rest } = withoutFailure(row);
  return row.changes.length > 0 && tag ? { ...rest, tag, state: 'saved' } : rest;
}

function withoutFailure({ failure: _, ...row }: Swept): Swept {
  return row;
}

/** Nothing of it is under way any more, and that was said. */
export async function noteEnded(id: string): Promise<void> {
  const transaction = (await database()).transaction('sweeps', 'readwrite', { durability: 'relaxed' });
  const sweep = await transaction.store.get(id);
  await Promise.all([sweep && transaction.store.put({ ...sweep, runs: false }), transaction.done]);
}

export async function dropSweep(id: string): Promise<void> {
  const transaction = (await database()).transaction(['sweeps', 'swept'], 'readwrite', { durability: 'relaxed' });
  await Promise.all([
    transaction.objectStore('sweeps').delete(id),
    transaction.objectStore('swept').delete(allOf(id)),
    transaction.done,
  ]);
}

/** At every start: what nobody can see any more is deleted, with the addresses in it. */
export async function dropOldSweeps(): Promise<void> {
  const [sweeps, tabs] = await Promise.all([(await database()).getAll('sweeps'), listTabs()]);
  const over = sweeps.filter(({ runs, tabId, at }) => !runs && (!tabs.includes(tabId) || Date.now() - at > OPEN));
  await Promise.all(over.map(({ id }) => dropSweep(id)));
}

/** Those that a background left before they had ended. */
export async function readUnended(): Promise<Sweep[]> {
  return (await (await database()).getAll('sweeps')).filter(({ runs }) => runs);
}

/** What of a sweep waits, by the database's word. */
export async function readUnbegun(sweep: string): Promise<Intent[]> {
  return (await (await database()).getAll('intents')).filter((intent) => intent.sweep === sweep);
}

/** The gesture of each of some images. */
export function intentsOf(sweep: Sweep, rows: readonly Swept[], tag: Tag, newId: () => string): Intent[] {
  const at = Date.now();
  return rows.map(({ item, frameId, found }) => ({
    id: newId(),
    ...{ project: sweep.project, tag, by: 'sweep', tabId: sweep.tabId, frameId, srcUrl: '', found },
    ...{ sweep: sweep.id, item, pageUrl: sweep.pageUrl, at, tries: 0 },
    frameUrl: frameId === 0 ? sweep.pageUrl : found.frameUrl,
  }));
}
