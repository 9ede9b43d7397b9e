import { exportSettings } from '../../core/settings.ts';
import { database } from '../../db/open.ts';
import { readProjects, readValue } from '../../db/read.ts';

/** Hands the settings out as a file. No secret is among them: they are not read here. */
export async function saveSettingsFile(): Promise<void> {
  const db = await database();
  const [projects, collectorName] = await Promise.all([readProjects(db), readValue(db, 'collectorName')]);
  const settings = { ...exportSettings(projects), ...(collectorName === undefined ? {} : { collectorName }) };
  const file = new Blob([`${JSON.stringify(settings, null, 2)}\n`], { type: 'application/json' });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `foil-settings-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // Long after the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
