import { isPreference, type Preference, type Preferences, parsePreference } from '../core/preferences.ts';
import { database } from '../db/open.ts';
import { writePreference } from '../db/write.ts';
import { announce } from '../platform/changes.ts';
import { restoreScope } from './menu-scope.ts';

export async function setPreference<Key extends Preference>(key: Key, value: Preferences[Key]): Promise<void> {
  if (!isPreference(key)) return;
  await writePreference(await database(), key, parsePreference(key, value));
  announce({ what: 'preferences' });
  if (key === 'menuEverywhere') await restoreScope();
}
