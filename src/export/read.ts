import type { Project } from '../core/project.ts';
import type { Tally } from '../core/tally.ts';
import { database } from '../db/open.ts';
import { readCurrentProject, readTally, readValue } from '../db/read.ts';

export interface Subject {
  readonly project: Project;
  readonly tally: Tally;
  /** In ms since 1970; `undefined` when it never was. */
  readonly exportedAt: number | undefined;
}

/** What there is to export of a project: the one the address names, or the current one. `null` where there is none. */
export async function readSubject(id: string | null): Promise<Subject | null> {
  const db = await database();
  const named = id === null ? undefined : await db.get('projects', id);
  const project = named ?? (await readCurrentProject(db));
  if (!project) return null;
  const [tally, exportedAt] = await Promise.all([readTally(db, project.id), readValue(db, `exported:${project.id}`)]);
  return { project, tally, exportedAt };
}
