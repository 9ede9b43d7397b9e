import { parseMenuId } from '../core/menu-id.ts';
import type { MenuClick } from '../platform/menus.ts';
import type { Tab } from '../platform/tabs.ts';
import { capture } from './capture.ts';
import { newId } from './intents.ts';
import { selectProject } from './projects.ts';
import { askForAccess } from './prompt.ts';

/** A click in the menu. The browser's prompt comes before any `await`: later there is no user gesture left. */
export function onClick(click: MenuClick, tab: Tab | undefined): Promise<void> | undefined {
  const action = parseMenuId(String(click.menuItemId));
  if (action?.does === 'allow') return askForAccess().then(() => undefined);
  if (action?.does === 'switch') return selectProject(action.project);
  if (action?.does !== 'tag' || tab?.id === undefined) return undefined;
  const access = action.asks ? askForAccess() : Promise.resolve(false);
  const { tag, project } = action;
  const { frameId = 0, srcUrl = '', pageUrl = '', frameUrl = pageUrl, targetElementId } = click;
  const intent = {
    id: newId(),
    project,
    tag,
    by: 'menu' as const,
    tabId: tab.id,
    frameId,
    srcUrl,
    ...(targetElementId === undefined ? {} : { targetElement: targetElementId }),
    pageUrl: tab.url ?? pageUrl,
    frameUrl,
    at: Date.now(),
    tries: 1,
  };
  return access.then((allSites) => capture(intent, allSites));
}
