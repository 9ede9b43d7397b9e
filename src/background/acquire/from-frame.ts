import { Failure } from '../../core/failure.ts';
import { LIMITS } from '../../core/limits.ts';
import { type Acquired, bytesOf, type Rung } from './acquired.ts';
import { readParts } from './parts.ts';

/** Way a: what the page's own frame may read. A `data:` address is its own content and needs no page at all. */
export const fromFrame: Rung = {
  way: 'frame',
  applies: ({ found }) => found.readable && found.kind === 'image',
  get: ({ found: { url }, frame }) =>
    url.startsWith('data:') ? fromAddress(url) : readParts(frame, { from: 'address', url }),
};

async function fromAddress(url: string): Promise<Acquired> {
  if (url.length > LIMITS.imageBytes * 1.4) throw new Failure('image-too-large');
  const answer = await fetch(url).catch((error) => {
    throw new Failure('not-an-image', { cause: error });
  });
  return { bytes: await bytesOf(answer), status: 0 };
}
