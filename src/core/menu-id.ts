import { isTag, type Tag } from './tag.ts';

/**
 * What a menu item does, in its id. The browser keeps ids while the background is dead, and a click hands them over before
 * any `await`: so the id itself says which project the person saw, and whether to ask for access first (after one `await`
 * there would be no user gesture left to ask with).
 */
export type MenuAction =
  | { readonly does: 'tag'; readonly tag: Tag; readonly project: string; readonly asks: boolean }
  | { readonly does: 'part'; readonly project: string; readonly asks: boolean }
  | { readonly does: 'sweep'; readonly project: string; readonly asks: boolean; readonly onButton: boolean }
  | { readonly does: 'switch'; readonly project: string }
  | { readonly does: 'allow' };

export function toMenuId(action: MenuAction): string {
  if (action.does === 'tag') return ['tag', action.asks ? 'asks' : 'quiet', action.tag, action.project].join(' ');
  if (action.does === 'part') return ['part', action.asks ? 'asks' : 'quiet', action.project].join(' ');
  if (action.does === 'sweep')
    return [action.onButton ? 'sweep-button' : 'sweep', action.asks ? 'asks' : 'quiet', action.project].join(' ');
  return action.does === 'switch' ? `switch ${action.project}` : action.does;
}

export function parseMenuId(id: string): MenuAction | undefined {
  const [does, ...rest] = id.split(' ');
  if (does === 'allow') return { does };
  if (does === 'switch') return { does, project: rest.join(' ') };
  if (does === 'part') return { does, asks: rest[0] === 'asks', project: rest.slice(1).join(' ') };
  if (does === 'sweep' || does === 'sweep-button')
    return { does: 'sweep', asks: rest[0] === 'asks', project: rest.slice(1).join(' '), onButton: does !== 'sweep' };
  const [asks, tag, ...project] = rest;
  if (does !== 'tag' || !isTag(tag)) return undefined;
  return { does, tag, asks: asks === 'asks', project: project.join(' ') };
}
