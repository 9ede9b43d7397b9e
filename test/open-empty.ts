import { onTestFinished } from 'vitest';
import type { Capture } from '../src/core/capture.ts';
import { KEEP_HERE, type Project } from '../src/core/project.ts';
import type { Tally } from '../src/core/tally.ts';
import { emptyTally, shiftTally } from '../src/core/tally.ts';
import { type FoilDatabase, openDatabase } from '../src/db/open.ts';

let opened = 0;

/** A database of its own for one test, in memory. The test file has to import `fake-indexeddb/auto` first. */
export async function openEmpty(...projects: readonly Project[]): Promise<FoilDatabase> {
  const name = `test ${opened++}`;
  const db = await openDatabase(name);
  onTestFinished(() => {
    db.close();
    indexedDB.deleteDatabase(name);
  });
  for (const project of projects) await db.put('projects', project);
  return db;
}

/** One that sends its captures, unless it is told to keep them. */
export function makeProject(id: string, destination = { id: 'eyepop', options: {} }): Project {
  return { id, name: id, target: 'dog', destination, managed: false, createdAt: 1 };
}

export const keeping = (id: string) => makeProject(id, KEEP_HERE);

/** The tally that a count of all rows gives. */
export function recount(project: string, captures: readonly Capture[]): Tally {
  return captures
    .filter((capture) => capture.project === project)
    .reduce((tally, capture) => shiftTally(tally, undefined, capture), emptyTally(project));
}
