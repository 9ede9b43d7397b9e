import type { Project } from '../core/project.ts';
import type { Tally } from '../core/tally.ts';
import { database } from '../db/open.ts';
import { readCurrentProject, readProjects, readTally } from '../db/read.ts';

export interface Overview {
  readonly projects: readonly { readonly project: Project; readonly tally: Tally }[];
  readonly current: string | undefined;
}

export async function readOverview(): Promise<Overview> {
  const db = await database();
  const [projects, current] = await Promise.all([readProjects(db), readCurrentProject(db)]);
  const rows = projects.map(async (project) => ({ project, tally: await readTally(db, project.id) }));
  return { projects: await Promise.all(rows), current: current?.id };
}

/** What the editor shows of a project besides what is typed. */
export interface Editing {
  /** `undefined` while it is new. */
  readonly project: Project | undefined;
  /** Names that are taken by other projects. */
  readonly taken: readonly string[];
  /** The origin that a key is kept for; the key itself stays where it is. */
  readonly secretOrigin: string | undefined;
  readonly captures: number;
}

/** `null` where there is no such project (any more). */
export async function readEditing(id: string | undefined): Promise<Editing | null> {
  const db = await database();
  const projects = await readProjects(db);
  const taken = projects.filter((other) => other.id !== id).map(({ name }) => name);
  if (id === undefined) return { project: undefined, taken, secretOrigin: undefined, captures: 0 };
  const project = projects.find((one) => one.id === id);
  if (!project) return null;
  const [secret, { tags }] = await Promise.all([db.get('secrets', id), readTally(db, id)]);
  const captures = Object.values(tags).reduce((sum, count) => sum + count, 0);
  return { project, taken, secretOrigin: secret?.origin, captures };
}
