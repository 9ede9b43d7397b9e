import { isRecord } from './json.ts';

/** What a person may set for all projects: one declaration a value. Its type is that of its default. */
export const PREFERENCES = {
  /** Rings on what is captured already, on every page. */
  rings: false as boolean,
  /** The menu everywhere, not only where an image was seen under the pointer. */
  menuEverywhere: false as boolean,
  /** Way c in Firefox, which cannot keep a rule to images (HARD-CASES.md, c). */
  openInFirefox: false as boolean,
  /** The shorter side of what a sweep lifts, at least; in CSS pixels. */
  sweepLeast: 100 as number,
  /** Whether a larger version is looked for after a capture. */
  offerLarger: true as boolean,
} as const;

export type Preferences = { readonly [Key in keyof typeof PREFERENCES]: (typeof PREFERENCES)[Key] };

export type Preference = keyof Preferences;

/** Reads a stored or sent value; anything of another type is the default. */
export function parsePreference<Key extends Preference>(key: Key, value: unknown): Preferences[Key] {
  const fallback = PREFERENCES[key];
  // The check makes it so; a generic lookup cannot say it.
  return typeof value === typeof fallback ? (value as Preferences[Key]) : fallback;
}

export function parsePreferences(stored: unknown): Preferences {
  const known = Object.keys(PREFERENCES).map((key) => {
    const name = key as Preference;
    return [name, parsePreference(name, isRecord(stored) ? stored[name] : undefined)];
  });
  // One entry for each declared key.
  return Object.fromEntries(known) as Preferences;
}

export function isPreference(key: unknown): key is Preference {
  return typeof key === 'string' && Object.hasOwn(PREFERENCES, key);
}
