import { addressOf } from '../core/address.ts';
import type { Capture, Outcome } from '../core/capture.ts';
import { type Moment, queueIfNeeded, sayAgain, undo } from '../core/change.ts';
import { Failure } from '../core/failure.ts';
import { type Preference, type Preferences, parsePreferences } from '../core/preferences.ts';
import { type DestinationChoice, sendsCaptures, sendsTo } from '../core/project.ts';
import { policyOf } from '../core/rights/policy.ts';
import { isReserved } from '../core/rights/reserve.ts';
import { claim, type Lease, nextStep, release } from '../core/sync.ts';
import { emptyTally, shiftTally } from '../core/tally.ts';
import type { FoilDatabase } from './open.ts';
import { restingDrain } from './read.ts';
import type { Drain, Original, Values } from './schema.ts';

/** Only the background imports this file (test/architecture.test.ts): it is the one writer. */

/** A write spans every store it may touch: a tally or an original is never out of step with its capture. */
const STORES = [
  ...(['projects', 'captures', 'originals', 'thumbnails', 'addresses'] as const),
  ...(['tallies', 'drains', 'intents', 'secrets', 'swept'] as const),
] as const;

/** Less is locked where less is touched: a sync reads originals while it notes what it brought. */
type Scope = readonly (typeof STORES)[number][];

type Durability = 'strict' | 'relaxed';

function begin(db: FoilDatabase, durability: Durability, scope: Scope = STORES) {
  // The type says all stores; that a narrower scope is wide enough is what the tests of each write show.
  const transaction = db.transaction(scope as typeof STORES, 'readwrite', { durability });
  // A write that fails in between is thrown there; that nobody comes to wait for the end any more is no second failure.
  transaction.done.catch(() => undefined);
  return transaction;
}

type Writing = ReturnType<typeof begin>;

export interface Saved {
  readonly outcome: Outcome;
  readonly capture: Capture;
}

/**
 * Writes a capture and its original, and ends its intent, in one strict transaction: when this resolves, it is on the
 * disk. A picture the project has already is re-tagged, gets one more part, or is left alone (identity is `(project,
 * sha256)`). What the capture came in place of is taken back in the same step.
 *
 * @throws DOMException `QuotaExceededError` when the disk is full; nothing is written then
 * @throws Failure `project-gone`, or `rights-reserved` where the project refuses such images; nothing is written then
 */
export async function saveCapture(
  db: FoilDatabase,
  fresh: Capture,
  original: Original,
  intent: string,
): Promise<Saved> {
  const transaction = begin(db, 'strict', SAVING);
  const saved = await saveIn(transaction, { fresh, original, intent });
  if (saved instanceof Failure) return cancel(transaction, saved);
  await transaction.done;
  return saved;
}

const SAVING: Scope = ['projects', 'captures', 'originals', 'addresses', 'tallies', 'intents'];

/** A capture to be written, and the intent that it ends. */
interface Saving {
  readonly fresh: Capture;
  readonly original: Original;
  readonly intent: string;
}

/** @returns why it may not be; nothing of it is written then */
async function saveIn(transaction: Writing, { fresh, original, intent }: Saving): Promise<Saved | Failure> {
  const [project, existing] = await Promise.all([
    transaction.objectStore('projects').get(fresh.project),
    transaction.objectStore('captures').index('identity').get([fresh.project, fresh.sha256]),
  ]);
  if (!project) return new Failure('project-gone');
  if (policyOf(project) === 'refuse' && isReserved(fresh.provenance.rights)) return new Failure('rights-reserved');
  const moment = { now: fresh.createdAt, sends: sendsCaptures(project) };
  const saved = mergeCapture(existing, fresh, moment);
  const replaced = saved.capture === existing ? undefined : await readReplaced(transaction, saved.capture);
  const changes = [
    ...(saved.capture === existing ? [] : [{ before: existing, after: saved.capture }]),
    ...(replaced ? [{ before: replaced, after: undo(replaced, moment) }] : []),
  ];
  const captures = transaction.objectStore('captures');
  await Promise.all([
    transaction.objectStore('originals').put(original),
    transaction.objectStore('intents').delete(intent),
    countChanges(transaction, changes),
    ...changes.map(({ after }) => captures.put(after)),
    // Another address of a picture that is here already is worth knowing too.
    keepAddress(transaction, fresh.provenance.imageUrl, fresh),
  ]);
  return saved;
}

/** A capture of a sweep: which of its images it is. */
export interface SweptSaving extends Saving {
  readonly sweep: string;
  readonly item: number;
}

/**
 * Like `saveCapture`, for several of a sweep in one transaction, with what has become of each. One that may not be written
 * keeps no other from it.
 */
export async function saveSwept(db: FoilDatabase, savings: readonly SweptSaving[]): Promise<(Saved | Failure)[]> {
  const transaction = begin(db, 'strict', [...SAVING, 'swept']);
  const all: (Saved | Failure)[] = [];
  // One after the other: the same picture may be among them twice.
  for (const saving of savings) {
    const saved = await saveIn(transaction, saving);
    if (!(saved instanceof Failure)) await noteSaved(transaction, saving, saved);
    all.push(saved);
  }
  await transaction.done;
  return all;
}

async function noteSaved(
  transaction: Writing,
  { sweep, item, fresh }: SweptSaving,
  { outcome, capture }: Saved,
): Promise<void> {
  const swept = await transaction.objectStore('swept').get([sweep, item]);
  if (!swept) return;
  const { failure: _, ...before } = swept;
  const at = capture.history.at(-1)?.at;
  const isChanged = outcome !== 'already' && at !== undefined;
  const changes = isChanged ? [...swept.changes, at] : swept.changes;
  const state = outcome === 'already' || outcome === 'retagged' ? outcome : 'saved';
  await transaction.objectStore('swept').put({ ...before, state, tag: fresh.tag, capture: capture.id, changes });
}

async function keepAddress(transaction: Writing, shown: string, { project, sha256 }: Capture): Promise<void> {
  const url = addressOf(shown);
  if (url !== undefined) await transaction.objectStore('addresses').put({ project, url, sha256 });
}

/** Addresses of one picture that pages may teach us, at most: the bytes are theirs, and so are the names they give them. */
const MOST_ADDRESSES = 50;

/** Keeps another address of a picture that a project has, or had: what is taken back may come back. Its loss harms nobody. */
export async function learnAddress(db: FoilDatabase, url: string, capture: Capture): Promise<void> {
  const transaction = begin(db, 'relaxed', ['captures', 'addresses']);
  const [row, known] = await Promise.all([
    transaction.objectStore('captures').getKey(capture.id),
    transaction.objectStore('addresses').index('picture').getAllKeys([capture.project, capture.sha256]),
  ]);
  const isNew = !known.some(([, address]) => address === addressOf(url));
  if (row !== undefined && isNew && known.length < MOST_ADDRESSES) await keepAddress(transaction, url, capture);
  await transaction.done;
}

/** A larger version has come in the place of a picture: what showed the one shows the other. */
export async function handOnAddresses(db: FoilDatabase, from: string, to: Capture): Promise<void> {
  const transaction = begin(db, 'relaxed', ['addresses']);
  const known = await transaction.objectStore('addresses').index('picture').getAllKeys([to.project, from]);
  await Promise.all(known.map(([, url]) => keepAddress(transaction, url, to)));
  await transaction.done;
}

/** The capture that another came in place of, if it stands. */
async function readReplaced(transaction: Writing, { history, project }: Capture): Promise<Capture | undefined> {
  const instead = history.at(-1)?.instead;
  const replaced = instead === undefined ? undefined : await transaction.objectStore('captures').get(instead);
  return replaced?.project === project && !replaced.removed ? replaced : undefined;
}

/** Writes nothing of a transaction, and says why. */
async function cancel(transaction: Writing, failure: Failure): Promise<never> {
  transaction.abort();
  await transaction.done.catch(() => undefined);
  throw failure;
}

function mergeCapture(existing: Capture | undefined, fresh: Capture, moment: Moment): Saved {
  const capture = existing ? sayAgain(existing, fresh, moment) : queueIfNeeded(fresh, moment);
  return { outcome: outcomeOf(existing, capture), capture };
}

/** What a gesture came to, from what was there before and is now. */
export function outcomeOf(before: Capture | undefined, after: Capture): Outcome {
  if (before === after) return 'already';
  if (!before || before.removed) return 'saved';
  if (before.tag !== after.tag) return 'retagged';
  return after.history.at(-1)?.part ? 'marked' : 'instead';
}

/** Deletes a row with its addresses, and its original when no other project has it. */
async function discard(transaction: Writing, { id, project, sha256 }: Capture): Promise<void> {
  const captures = transaction.objectStore('captures');
  const addresses = transaction.objectStore('addresses');
  const known = await addresses.index('picture').getAllKeys([project, sha256]);
  await Promise.all([captures.delete(id), ...known.map((key) => addresses.delete(key))]);
  if ((await captures.index('original').count(sha256)) > 0) return;
  await transaction.objectStore('originals').delete(sha256);
  await transaction.objectStore('thumbnails').delete(sha256);
}

/** What a change makes of a capture; `undefined` deletes it, the same capture leaves it alone. */
export type Change = (capture: Capture) => Capture | undefined;

/** Like `changeCaptures`, for what deletes nothing and whose loss the next survey makes good. */
export function noteCaptures(
  db: FoilDatabase,
  ids: readonly string[],
  note: (capture: Capture) => Capture,
): Promise<Capture[]> {
  return changeIn(begin(db, 'relaxed', ['captures', 'tallies']), ids, note);
}

/** Applies a change to some captures in one strict transaction; rows that are gone are passed over. */
export async function changeCaptures(db: FoilDatabase, ids: readonly string[], change: Change): Promise<Capture[]> {
  return ids.length === 0 ? [] : changeIn(begin(db, 'strict'), ids, change);
}

async function changeIn(transaction: Writing, ids: readonly string[], change: Change): Promise<Capture[]> {
  const captures = transaction.objectStore('captures');
  const rows = await Promise.all([...new Set(ids)].map((id) => captures.get(id)));
  const changes = rows.filter((row) => row !== undefined).map((before) => ({ before, after: change(before) }));
  const real = changes.filter(({ before, after }) => before !== after);
  await Promise.all([
    countChanges(transaction, real),
    ...real.map(({ before, after }) => (after ? captures.put(after) : discard(transaction, before))),
  ]);
  await transaction.done;
  return changes.map(({ after }) => after).filter((after) => after !== undefined);
}

/** A row as it was and as it is; `undefined` where there is none. */
interface Changed {
  readonly before: Capture | undefined;
  readonly after: Capture | undefined;
}

/** Keeps the tallies of all projects touched in step with their captures. */
async function countChanges(transaction: Writing, changes: readonly Changed[]): Promise<void> {
  const tallies = transaction.objectStore('tallies');
  const projectOf = ({ before, after }: Changed) => (before ?? after)?.project;
  for (const project of new Set(changes.map(projectOf).filter((id) => id !== undefined))) {
    const own = changes.filter((change) => projectOf(change) === project);
    const tally = (await tallies.get(project)) ?? emptyTally(project);
    await tallies.put(own.reduce((sum, { before, after }) => shiftTally(sum, before, after), tally));
  }
}

export interface Claim {
  readonly project: string;
  readonly lease: Lease;
  readonly now: number;
  readonly count: number;
  /** Nothing is claimed any more once the project sends elsewhere. Not asked for: it may send anywhere. */
  readonly destination?: DestinationChoice;
}

/** Takes the due captures of a project, at most `count`, oldest first: read, mark and lease in one transaction. */
export async function claimDue(
  db: FoilDatabase,
  { project, lease, now, count, destination }: Claim,
): Promise<Capture[]> {
  const transaction = begin(db, 'strict', ['projects', 'captures', 'drains']);
  const target = await transaction.objectStore('projects').get(project);
  if (destination && !sendsTo(target, destination)) return [];
  const captures = transaction.objectStore('captures');
  const due = await captures.index('due').getAll(IDBKeyRange.bound([project], [project, now]), count);
  const claimed = due.map((capture) => claim(capture, lease, now));
  await Promise.all(claimed.map((capture) => captures.put(capture)));
  if (claimed.some((capture) => nextStep(capture) === 'upload')) {
    const drains = transaction.objectStore('drains');
    await drains.put({ ...((await drains.get(project)) ?? restingDrain(project)), owesSurvey: true });
  }
  await transaction.done;
  return claimed;
}

/** Gives back what an owner that is gone had leased. Call only while holding the drain's lock: it proves the death. */
export async function releaseLeases(db: FoilDatabase, project: string, now: number): Promise<void> {
  const leased = await db.getAllKeysFromIndex('captures', 'leased', IDBKeyRange.bound([project], [project, []]));
  await changeCaptures(db, leased, (capture) => release(capture, now));
}

export async function changeDrain(db: FoilDatabase, project: string, change: (drain: Drain) => Drain): Promise<Drain> {
  const transaction = db.transaction('drains', 'readwrite');
  const drain = change((await transaction.store.get(project)) ?? restingDrain(project));
  await transaction.store.put(drain);
  await transaction.done;
  return drain;
}

export async function writeValue<Key extends keyof Values>(
  db: FoilDatabase,
  key: Key,
  value: Values[Key],
): Promise<void> {
  await db.put('values', value, key);
}

/** Changes one of the preferences, and leaves what another page changes meanwhile. */
export async function writePreference<Key extends Preference>(
  db: FoilDatabase,
  key: Key,
  value: Preferences[Key],
): Promise<void> {
  const transaction = db.transaction('values', 'readwrite');
  const stored = parsePreferences(await transaction.store.get('preferences'));
  await transaction.store.put({ ...stored, [key]: value }, 'preferences');
  await transaction.done;
}

/**
 * Deletes a project that holds nothing, with all that is kept beside it.
 *
 * @returns how many captures it holds; it is there still unless that is 0
 */
export async function dropProject(db: FoilDatabase, id: string): Promise<number> {
  const transaction = begin(db, 'strict');
  const rows = await transaction
    .objectStore('captures')
    .index('created')
    .getAll(IDBKeyRange.bound([id], [id, []]));
  // What only waits to be put back holds no project: it goes with it.
  const held = rows.filter((row) => nextStep(row) !== 'forget').length;
  if (held === 0) {
    const beside = ['projects', 'tallies', 'drains', 'secrets'] as const;
    await Promise.all([
      ...beside.map((store) => transaction.objectStore(store).delete(id)),
      ...rows.map((row) => discard(transaction, row)),
    ]);
  }
  await transaction.done;
  return held;
}
