import { Failure } from '../core/failure.ts';
import { clip } from '../core/limits.ts';
import { type DestinationChoice, KEEP_HERE, type Project, sendsCaptures } from '../core/project.ts';
import { policyOf } from '../core/rights/policy.ts';
import type { ProjectSettings } from '../core/settings.ts';
import { database, type FoilDatabase } from '../db/open.ts';
import { readCurrentProject, readProjects, readValue } from '../db/read.ts';
import { changeDrain, dropProject, writeValue } from '../db/write.ts';
import { knowDestination } from '../destinations/metas.ts';
import { announce } from '../platform/changes.ts';
import { words } from '../platform/words.ts';
import type { ProjectDraft } from '../protocol.ts';
import { showCounts } from './counts.ts';
import { betweenRuns } from './drain.ts';
import { newId } from './intents.ts';
import { drawMenu } from './menu.ts';
import { holdBack, requeueFailed, restateNegatives } from './queue.ts';
import { keepSecret, pruneSecret } from './secrets.ts';

/** What has to be there before the first click: this collector's id, and a project to tag for. */
export async function prepareFirstUse(): Promise<void> {
  const db = await database();
  if ((await readValue(db, 'collector')) === undefined) await writeValue(db, 'collector', crypto.randomUUID());
  if ((await readProjects(db)).length > 0) return;
  const first = makeProject(words('first_project'), words('first_target'), KEEP_HERE);
  await putProject(db, first);
  announce({ what: 'projects', project: first.id });
}

function makeProject(name: string, target: string, destination: DestinationChoice): Project {
  return { id: newId(), name, target, destination, managed: false, createdAt: Date.now() };
}

/** @throws Failure `settings-unreadable` without a name or target, `name-taken`, `managed` */
export async function saveProject({ id, secret, ...draft }: ProjectDraft): Promise<Project> {
  const db = await database();
  const projects = await readProjects(db);
  const before = projects.find((project) => project.id === id);
  if (before?.managed && !keepsPrescribed(before, draft)) throw new Failure('managed');
  const name = clip(draft.name.trim(), 80);
  const target = clip(draft.target.trim(), 80);
  if (!name || !target) throw new Failure('settings-unreadable', { fact: 'name, target' });
  if (projects.some((other) => other.name === name && other.id !== id)) throw new Failure('name-taken', { fact: name });
  const known = knowDestination(draft.destination);
  const destination = { id: known.id, options: known.options };
  const project = { ...(before ?? makeProject(name, target, destination)), ...draft, name, target, destination };
  await putProject(db, project);
  if (secret) await keepSecret(db, project.id, known.secretOrigin, secret);
  await pruneSecret(db, project.id, known.secretOrigin);
  await afterChange(db, before, project);
  return project;
}

/** A policy holds neither secrets nor answers: these are the person's to give, and nothing else is. */
function keepsPrescribed(before: Project, draft: Omit<ProjectDraft, 'id' | 'secret'>): boolean {
  const { name, target, destination, rights = policyOf(before) } = draft;
  const sameWords = name === before.name && target === before.target;
  return sameWords && rights === policyOf(before) && samePlace(before.destination, destination);
}

function samePlace(before: DestinationChoice, after: DestinationChoice): boolean {
  return knowDestination(before).place === knowDestination(after).place;
}

/** A project that is new or changed: what was stuck for its sake may go on; what has no destination any more stays here. */
async function afterChange(db: FoilDatabase, before: Project | undefined, project: Project): Promise<void> {
  await changeDrain(db, project.id, ({ failure: _, retryAt: __, ...drain }) => ({ ...drain, attempts: 0 }));
  if (before && placeOf(before) !== placeOf(project)) await holdBack(db, project.id);
  else if (sendsCaptures(project)) await requeueFailed(db, project.id);
  if (before?.denial && before.denial.all !== project.denial?.all) {
    // A run that is under way still sends by the old answer; nobody has to wait for its end.
    void betweenRuns(project.id, () => restateNegatives(db, project.id));
  }
  await redraw(project.id);
}

/** `undefined` for a destination that this version of Foil does not know. */
function placeOf({ destination }: Project): string | undefined {
  try {
    return knowDestination(destination).place;
  } catch {
    return undefined;
  }
}

async function putProject(db: FoilDatabase, project: Project): Promise<void> {
  await db.transaction('projects', 'readwrite', { durability: 'strict' }).store.put(project);
}

async function redraw(project: string): Promise<void> {
  announce({ what: 'projects', project });
  await Promise.all([drawMenu(), showCounts()]);
}

export async function selectProject(id: string): Promise<void> {
  const db = await database();
  if (!(await db.getKey('projects', id))) return;
  await writeValue(db, 'project', id);
  await redraw(id);
}

/** Only a project without captures can go: nothing a person collected is dropped by a click. @throws Failure `project-in-use` */
export async function removeProject(id: string): Promise<void> {
  const db = await database();
  const project = await db.get('projects', id);
  if (project?.managed) throw new Failure('managed');
  const isOnly = (await db.count('projects')) < 2;
  const held = isOnly ? undefined : await dropProject(db, id);
  if (held !== 0) throw new Failure('project-in-use', { fact: String(held ?? 0) });
  const current = await readCurrentProject(db);
  if (current) await redraw(current.id);
}

/** Applies settings by name; secrets of an origin that changes are forgotten. */
export async function applySettings(settings: readonly ProjectSettings[], managed: boolean): Promise<void> {
  const db = await database();
  const known = new Map((await readProjects(db)).map((project) => [project.name, project]));
  const locked = settings.find(({ name }) => known.get(name)?.managed && !managed);
  if (locked) throw new Failure('managed', { fact: locked.name });
  for (const next of settings) {
    const before = known.get(next.name);
    const project = { ...(before ?? makeProject(next.name, next.target, next.destination)), ...next, managed };
    await putProject(db, project);
    await pruneSecret(db, project.id, knowDestination(project.destination).secretOrigin);
    await afterChange(db, before, project);
  }
}

/** What is no longer prescribed stays, as the person's own. */
export async function unlockExcept(names: readonly string[]): Promise<void> {
  const db = await database();
  const freed = (await readProjects(db)).filter(({ managed, name }) => managed && !names.includes(name));
  for (const project of freed) {
    await putProject(db, { ...project, managed: false });
    await redraw(project.id);
  }
}
