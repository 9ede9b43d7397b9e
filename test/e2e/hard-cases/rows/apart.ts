import type { Row } from '../row.ts';

/** Rows that need more than to be opened: each has a test of its own in both browsers. */

/** The tab was there before Foil had access, and has no script of it. */
export const OPEN_BEFORE: readonly Row[] = (['menu', 'key'] as const).map((by) => ({
  page: `tab-open-before-${by}`,
  of: 'others',
  by,
  expected: { picture: 'kitten-wool.jpg', way: 'background' },
}));

/** Its word comes after 30 seconds, which nobody waits for meanwhile. */
export const NEVER_ANSWERED: Row = {
  page: 'silent',
  of: '19',
  endless: true,
  ready: 'true',
  expected: { word: 'failure_image_too_slow', because: 'the server never answers' },
};

/** No extension may run there, nor show a word: the pop-up shows it. */
export const PROTECTED: Row = {
  page: 'the browser’s own',
  of: '21',
  by: 'key',
  expected: { word: 'failure_page_protected', because: 'no extension may run in the browser’s own pages' },
};
