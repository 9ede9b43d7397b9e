import { parseFoundList } from '../core/found.ts';
import { refreshMenu, type ShownMenu, scopeMenu } from '../platform/menus.ts';
import { hasAllSites } from '../platform/permissions.ts';
import type { Tab } from '../platform/tabs.ts';
import { askFinder } from './ask-finder.ts';
import { currentScope, MENU_ROOT } from './menu-scope.ts';

/** Firefox has just opened a menu. Where it sees no image itself, the page is asked, and the open menu drawn anew. */
export async function followMenu(menu: ShownMenu, tab: Tab | undefined): Promise<void> {
  if (menu.contexts.includes('image') || tab?.id === undefined) return;
  if ((await currentScope()) === 'everywhere' || !(await hasAllSites())) return;
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
