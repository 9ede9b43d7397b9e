import { parseMenuId } from '../core/menu-id.ts';
import type { MenuClick } from '../platform/menus.ts';
import type { Tab } from '../platform/tabs.ts';
import { capture } from './capture.ts';
import { newId } from './intents.ts';
import { startMarking } from './mark.ts';
import { selectProject } from './projects.ts';
import { askForAccess } from './prompt.ts';
import { startSweep } from './sweep/start.ts';

/** A click in the menu. The browser's prompt comes before any `await`: later there is no user gesture left. */
export function onClick(click: MenuClick, tab: Tab | undefined): Promise<void> | undefined {
  const action = parseMenuId(String(click.menuItemId));
  if (action?.does === 'allow') return askForAccess().then(() => undefined);
  if (action?.does === 'switch') return selectProject(action.project);
  if (action === undefined || tab?.id === undefined) return undefined;
  const access = action.asks ? askForAccess() : Promise.resolve(false);
  if (action.does === 'sweep') {
    const page = { tabId: tab.id, pageUrl: tab.url ?? click.pageUrl ?? '' };
    return access.then(() => startSweep(page, action.project));
  }
  const { frameId = 0, srcUrl = '', pageUrl = '', frameUrl = pageUrl, targetElementId } = click;
  const intent = {
    id: newId(),
    project: action.project,
    tabId: tab.id,
    frameId,
    srcUrl,
    ...(targetElementId === undefined ? {} : { targetElement: targetElementId }),
    pageUrl: tab.url ?? pageUrl,
    frameUrl,
    at: Date.now(),
    tries: 1,
  };
  if (action.does === 'part') return access.then(() => startMarking(intent));
  return access.then((allSites) => capture({ ...intent, tag: action.tag, by: 'menu' }, allSites));
}
