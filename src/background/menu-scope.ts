import { database } from '../db/open.ts';
import { readPreferences } from '../db/read.ts';
import { type MenuScope, scopeMenu } from '../platform/menus.ts';

/** The one entry that has all others below it. */
export const MENU_ROOT = 'foil';

/** Whether a watcher's last word was that the pointer rests on an image: a cache, for a menu that is drawn anew meanwhile. */
let onImage = false;

/** Where the menu stands now. */
export async function currentScope(): Promise<MenuScope> {
  const { menuEverywhere } = await readPreferences(await database());
  // Looked at last: what a watcher has told meanwhile counts.
  if (onImage) return 'pointer';
  return menuEverywhere ? 'everywhere' : 'images';
}

/** Chromium tells of no menu before it is used: a watcher has told where the pointer came to rest instead. */
export async function followPointer(is: boolean): Promise<void> {
  onImage = is;
  await restoreScope();
}

/** After a menu was left, or what it goes by has changed. */
export async function restoreScope(): Promise<void> {
  await scopeMenu(MENU_ROOT, await currentScope());
}
