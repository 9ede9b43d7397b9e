import { describe, expect, it } from 'vitest';
import { type MenuAction, parseMenuId, toMenuId } from './menu-id.ts';
import { TAGS } from './tag.ts';

const PROJECTS = ['01J9ZK', 'with blanks in it', '  around ', 'tag asks positive x', 'switch', ''];
const ACTIONS: readonly MenuAction[] = [
  { does: 'allow' },
  ...PROJECTS.flatMap((project): MenuAction[] => [
    { does: 'switch', project },
    { does: 'part', project, asks: true },
    { does: 'part', project, asks: false },
    { does: 'sweep', project, asks: true, onButton: false },
    { does: 'sweep', project, asks: false, onButton: true },
    ...TAGS.flatMap((tag) => [true, false].map((asks): MenuAction => ({ does: 'tag', tag, project, asks }))),
  ]),
];

describe('a menu id', () => {
  it.each(ACTIONS)('says what it does: %j', (action) => expect(parseMenuId(toMenuId(action))).toEqual(action));

  it('is of one action alone', () => expect(new Set(ACTIONS.map(toMenuId)).size).toBe(ACTIONS.length));

  it.each([
    [''],
    ['foil'],
    ['rule'],
    ['switch-project'],
    ['tag'],
    ['tag asks'],
    ['tag asks nothing project'],
    ['tag asks constructor project'],
    [' tag asks positive project'],
    ['TAG asks positive project'],
    ['undefined'],
  ])('of no action is none: %j', (id) => expect(parseMenuId(id)).toBeUndefined());

  it('asks for access only when it says so', () => {
    for (const id of ['tag quiet positive p', 'tag maybe positive p', 'tag  positive p'])
      expect(parseMenuId(id)).not.toMatchObject({ asks: true });
  });
});
