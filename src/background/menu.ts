import { toMenuId } from '../core/menu-id.ts';
import type { Project } from '../core/project.ts';
import { TAGS } from '../core/tag.ts';
import { database } from '../db/open.ts';
import { readCurrentProject, readProjects, readValue } from '../db/read.ts';
import { type MenuItem, showMenu } from '../platform/menus.ts';
import { tagName, words } from '../platform/words.ts';
import { currentScope, MENU_ROOT } from './menu-scope.ts';

/** Draws the menu anew: after a start, and whenever a project, the choice of one, or the access has changed. */
export async function drawMenu(): Promise<void> {
  const db = await database();
  const [projects, current, refused, scope] = await Promise.all([
    readProjects(db),
    readCurrentProject(db),
    readValue(db, 'accessRefused'),
    currentScope(),
  ]);
  if (current) await showMenu(itemsOf(projects, current, refused === true), scope);
}

const SWITCH = 'switch-project';

function itemsOf(projects: readonly Project[], current: Project, refused: boolean): MenuItem[] {
  const tags = TAGS.map((tag) => ({
    id: toMenuId({ does: 'tag', tag, project: current.id, asks: !refused }),
    parent: MENU_ROOT,
    title: tagName(tag),
  }));
  const part = {
    id: toMenuId({ does: 'part', project: current.id, asks: !refused }),
    parent: MENU_ROOT,
    title: words('part_menu'),
  };
  const sweep = (onButton: boolean) => ({
    id: toMenuId({ does: 'sweep', project: current.id, asks: !refused, onButton }),
    title: words('sweep_menu'),
  });
  const choices = projects.map(({ id, name }) => ({
    id: toMenuId({ does: 'switch', project: id }),
    parent: SWITCH,
    title: name,
    checked: id === current.id,
  }));
  const allow = { id: toMenuId({ does: 'allow' }), parent: MENU_ROOT, title: words('menu_allow') };
  return [
    { id: MENU_ROOT, title: words('menu_title', current.name) },
    ...tags,
    part,
    { ...sweep(false), parent: MENU_ROOT },
    { id: 'rule', parent: MENU_ROOT },
    { id: SWITCH, parent: MENU_ROOT, title: words('menu_switch') },
    ...choices,
    ...(refused ? [allow] : []),
    { ...sweep(true), onButton: true },
  ];
}
