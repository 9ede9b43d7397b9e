import { isPreference, type Preference, type Preferences, parsePreference } from '../core/preferences.ts';
import { database } from '../db/open.ts';
import { readPreferences } from '../db/read.ts';
import { writeValue } from '../db/write.ts';
import { announce } from '../platform/changes.ts';

export async function setPreference<Key extends Preference>(key: Key, value: Preferences[Key]): Promise<void> {
  if (!isPreference(key)) return;
  const db = await database();
  await writeValue(db, 'preferences', { ...(await readPreferences(db)), [key]: parsePreference(key, value) });
  announce({ what: 'preferences' });
}
