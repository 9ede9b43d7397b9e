import type { Capture } from '../core/capture.ts';
import { type Preferences, parsePreferences } from '../core/preferences.ts';
import type { Project } from '../core/project.ts';
import { emptyTally, type Tally } from '../core/tally.ts';
import type { FoilDatabase } from './open.ts';
import type { Drain, Original, Secret, Values } from './schema.ts';

const LAST = '\uffff';

export async function readProjects(db: FoilDatabase): Promise<Project[]> {
  const projects = await db.getAll('projects');
  return projects.sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
}

/** The project new captures go to: the chosen one, or the oldest. */
export async function readCurrentProject(db: FoilDatabase): Promise<Project | undefined> {
  const [projects, chosen] = await Promise.all([readProjects(db), readValue(db, 'project')]);
  return projects.find(({ id }) => id === chosen) ?? projects[0];
}

export async function readTally(db: FoilDatabase, project: string): Promise<Tally> {
  return (await db.get('tallies', project)) ?? emptyTally(project);
}

export async function readDrain(db: FoilDatabase, project: string): Promise<Drain> {
  return (await db.get('drains', project)) ?? restingDrain(project);
}

/** A queue that has nothing behind it: none was kept, or all is well. */
export function restingDrain(project: string): Drain {
  return { project, owesSurvey: false, attempts: 0 };
}

/** The newest captures of a project that were not taken back, newest first. */
export async function readLatest(db: FoilDatabase, project: string, count: number): Promise<Capture[]> {
  const latest: Capture[] = [];
  const range = IDBKeyRange.bound([project], [project, []]);
  let cursor = await db.transaction('captures').store.index('created').openCursor(range, 'prev');
  while (cursor && latest.length < count) {
    if (!cursor.value.removed) latest.push(cursor.value);
    cursor = await cursor.continue();
  }
  return latest;
}

/** How many captures a project got since `since` (ms since 1970), without those taken back. */
export async function countSince(db: FoilDatabase, project: string, since: number): Promise<number> {
  const range = IDBKeyRange.bound([project, since], [project, []]);
  const captures = await db.getAllFromIndex('captures', 'created', range);
  return captures.filter(({ removed }) => !removed).length;
}

/** How many captures of a project are in somebody's hands this moment. */
export function countLeased(db: FoilDatabase, project: string): Promise<number> {
  return db.countFromIndex('captures', 'leased', IDBKeyRange.bound([project], [project, []]));
}

/** The failed captures of a project, at most `count`. */
export async function readFailed(db: FoilDatabase, project: string, count: number): Promise<Capture[]> {
  const range = IDBKeyRange.bound([project], [project, LAST]);
  const rows = await db.getAllFromIndex('captures', 'failed', range);
  // Most of the index may be tried again by itself: it does not count.
  return rows.filter(({ sync }) => sync.dueAt === undefined).slice(0, count);
}

/** A picture by its address or its bytes; either may be unknown. */
export interface Pictured {
  readonly url?: string | undefined;
  readonly sha256?: string | undefined;
}

/** What a project has of some pictures, each in its place; nothing for those it has not. */
export async function readShown(
  db: FoilDatabase,
  project: string,
  shown: readonly Pictured[],
): Promise<(Capture | undefined)[]> {
  const transaction = db.transaction(['addresses', 'captures']);
  const addresses = transaction.objectStore('addresses');
  const captures = transaction.objectStore('captures').index('identity');
  return Promise.all(
    shown.map(async ({ url = '', sha256 = '' }) => {
      const known = await addresses.get([project, url]);
      const byAddress = known && (await captures.get([project, known.sha256]));
      const capture = byAddress?.removed === false ? byAddress : await captures.get([project, sha256]);
      return capture?.removed === false ? capture : undefined;
    }),
  );
}

/** Every capture of a project that was not taken back, in the order it was made. */
export async function* eachCapture(db: FoilDatabase, project: string, page?: number): AsyncGenerator<Capture> {
  for await (const capture of eachRow(db, project, page)) if (!capture.removed) yield capture;
}

/** Like `eachCapture`, with what was taken back and is not gone yet. Read in pages: no list of all is ever held. */
export async function* eachRow(db: FoilDatabase, project: string, page = 200): AsyncGenerator<Capture> {
  let from: IDBValidKey = [project];
  for (;;) {
    const rows: Capture[] = await db.getAllFromIndex(
      'captures',
      'created',
      IDBKeyRange.bound(from, [project, []], true),
      page,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    from = [project, last.createdAt, last.id];
  }
}

export function readOriginal(db: FoilDatabase, sha256: string): Promise<Original | undefined> {
  return db.get('originals', sha256);
}

/** A small picture of a capture; the original where none has been made yet. */
export async function readPicture(db: FoilDatabase, sha256: string): Promise<Blob | undefined> {
  const thumbnail = await db.get('thumbnails', sha256);
  return thumbnail?.picture ?? (await readOriginal(db, sha256))?.bytes;
}

/** The secret of a project, if it was typed for exactly this origin. */
export async function readSecret(db: FoilDatabase, project: string, origin: string): Promise<Secret | undefined> {
  const secret = await db.get('secrets', project);
  return secret?.origin === origin ? secret : undefined;
}

export async function readValue<Key extends keyof Values>(
  db: FoilDatabase,
  key: Key,
): Promise<Values[Key] | undefined> {
  // The store is untyped by key; `writeValue` is the only one that fills it.
  return (await db.get('values', key)) as Values[Key] | undefined;
}

export async function readPreferences(db: FoilDatabase): Promise<Preferences> {
  return parsePreferences(await readValue(db, 'preferences'));
}
