import { type Rung, standsIn } from './acquired.ts';
import { readParts } from './parts.ts';

/** Way d: what the page shows, drawn anew. Canvases and videos have nothing else; an image whose bytes are gone has this. */
export const drawn: Rung = {
  way: 'drawn',
  applies: standsIn,
  get: ({ found: { key, url }, frame }) => readParts(frame, { from: 'pixels', key, url }),
};
