import type { DestinationChoice } from '../core/project.ts';
import { describeChanges, parseSettings, type Settings, type SettingsChange } from '../core/settings.ts';
import { database } from '../db/open.ts';
import { readProjects } from '../db/read.ts';
import { writeValue } from '../db/write.ts';
import { knowDestination } from '../destinations/metas.ts';
import { readManaged } from '../platform/managed.ts';
import { applySettings, unlockExcept } from './projects.ts';

/** Reads a settings file. @throws Failure `settings-unreadable`, `destination-unknown`, `address-unsafe` */
function parse(value: unknown): Settings {
  return parseSettings(value, (choice) => knowDestination(choice).options);
}

/** What importing a file would change; nothing is changed yet. */
export async function previewSettings(value: unknown): Promise<readonly SettingsChange[]> {
  const projects = await readProjects(await database());
  return describeChanges(projects, parse(value), originsOf);
}

export async function importSettings(value: unknown): Promise<void> {
  const { projects, collectorName } = parse(value);
  await applySettings(projects, false);
  if (collectorName !== undefined) await writeValue(await database(), 'collectorName', collectorName);
}

/** What an administrator prescribes wins over what the person chose, and is locked. */
export async function applyManaged(): Promise<void> {
  const managed = await readManaged();
  const { projects } = managed['projects'] !== undefined ? parse(managed) : { projects: [] };
  await applySettings(projects, true);
  await unlockExcept(projects.map(({ name }) => name));
}

/** Where data and key would go, port and all; match patterns know no ports. */
function originsOf(choice: DestinationChoice): readonly string[] {
  const { secretOrigin, hosts } = knowDestination(choice);
  return secretOrigin === undefined ? hosts : [secretOrigin];
}
