import { sendsCaptures } from '../core/project.ts';
import { database } from '../db/open.ts';
import { countSince, readCurrentProject, readDrain, readTally, readValue } from '../db/read.ts';
import { showBadge } from '../platform/badge.ts';
import { words } from '../platform/words.ts';

/** The badge: what waits to be synced; for a project that keeps its captures here, today's. */
export async function showCounts(): Promise<void> {
  const db = await database();
  const project = await readCurrentProject(db);
  if (!project) return;
  const [{ waiting, failed }, drain, notice] = await Promise.all([
    readTally(db, project.id),
    readDrain(db, project.id),
    readValue(db, 'notice'),
  ]);
  const sends = sendsCaptures(project);
  const count = sends ? waiting : await countSince(db, project.id, startOfDay());
  const problem = notice !== undefined || (sends && (failed > 0 || drain.failure !== undefined));
  const text = count > 0 ? shorten(count) : '';
  const title = sends ? words('badge_waiting', project.name, count) : words('badge_today', project.name, count);
  await showBadge(problem && text === '' ? '!' : text, title, problem);
}

/** Four characters are what a badge holds. */
function shorten(count: number): string {
  return count < 1_000 ? String(count) : `${Math.floor(count / 1_000)}k`;
}

function startOfDay(): number {
  return new Date().setHours(0, 0, 0, 0);
}
