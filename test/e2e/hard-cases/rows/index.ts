import type { Row } from '../row.ts';
import { ITS_BYTES } from './its-bytes.ts';
import { ODD_PAGES } from './odd-pages.ts';
import { WHAT_SHOWS_IT } from './what-shows-it.ts';
import { WHICH_IMAGE } from './which-image.ts';

export const ROWS: readonly Row[] = [...WHICH_IMAGE, ...WHAT_SHOWS_IT, ...ITS_BYTES, ...ODD_PAGES];
