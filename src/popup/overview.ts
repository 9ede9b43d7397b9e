import type { Capture } from '../core/capture.ts';
import type { Project } from '../core/project.ts';
import type { Tally } from '../core/tally.ts';
import { database } from '../db/open.ts';
import {
  countLeased,
  readCurrentProject,
  readDrain,
  readLatest,
  readProjects,
  readTally,
  readValue,
} from '../db/read.ts';
import type { Drain, Values } from '../db/schema.ts';

/** All that the pop-up shows of one project. */
export interface Overview {
  readonly projects: readonly Project[];
  readonly project: Project;
  readonly tally: Tally;
  readonly drain: Drain;
  /** How many are on their way this moment. */
  readonly leased: number;
  readonly latest: readonly Capture[];
  readonly exportedAt: number | undefined;
  readonly notice: Values['notice'] | undefined;
}

/** @returns `undefined` in the moment before the background has made the first project */
export async function readOverview(count: number): Promise<Overview | undefined> {
  const db = await database();
  const project = await readCurrentProject(db);
  if (!project) return undefined;
  const { id } = project;
  const [projects, tally, drain, leased, latest, exportedAt, notice] = await Promise.all([
    readProjects(db),
    readTally(db, id),
    readDrain(db, id),
    countLeased(db, id),
    readLatest(db, id, count),
    readValue(db, `exported:${id}`),
    readValue(db, 'notice'),
  ]);
  return { projects, project, tally, drain, leased, latest, exportedAt, notice };
}
