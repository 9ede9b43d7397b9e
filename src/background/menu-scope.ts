import { parseFoundList } from '../core/found.ts';
import { database } from '../db/open.ts';
import { readPreferences } from '../db/read.ts';
import { type MenuScope, refreshMenu, type ShownMenu, scopeMenu } from '../platform/menus.ts';
import { hasAllSites } from '../platform/permissions.ts';
import type { Tab } from '../platform/tabs.ts';
import { askFinder } from './ask-finder.ts';

/** The one entry that has all others below it. */
export const MENU_ROOT = 'foil';

/** Where the menu stands while nothing is known of what is under the pointer. */
export async function restingScope(): Promise<MenuScope> {
  const { menuEverywhere } = await readPreferences(await database());
  return menuEverywhere ? 'everywhere' : 'images';
}

/** Chromium tells of no menu before it is used: a watcher has told where the pointer came to rest instead. */
export async function followPointer(onImage: boolean): Promise<void> {
  await scopeMenu(MENU_ROOT, onImage ? 'everywhere' : await restingScope());
}

/** Firefox has just opened a menu. Where it sees no image itself, the page is asked, and the open menu drawn anew. */
export async function followMenu(menu: ShownMenu, tab: Tab | undefined): Promise<void> {
  if (menu.contexts.includes('image') || tab?.id === undefined) return;
  if ((await restingScope()) === 'everywhere' || !(await hasAllSites())) return;
  const found = await hasImage({ tabId: tab.id, frameId: menu.frameId ?? 0 }, menu.targetElementId);
  await scopeMenu(MENU_ROOT, found ? 'everywhere' : 'images');
  await refreshMenu();
}

async function hasImage(frame: { tabId: number; frameId: number }, targetElement?: number): Promise<boolean> {
  const pointed = {
    by: 'menu' as const,
    srcUrl: '',
    live: true,
    ...(targetElement === undefined ? {} : { targetElement }),
  };
  // No script may run in such a page, or it answers nothing: no image can be had from it either.
  const answer = await askFinder(frame, 'find', pointed).catch(() => undefined);
  return parseFoundList(answer).length > 0;
}

export async function leaveMenu(): Promise<void> {
  await scopeMenu(MENU_ROOT, await restingScope());
}
