import { Failure } from '../../core/failure.ts';
import { type Acquired, readBody } from './acquired.ts';

/**
 * What a person pasted or dropped: a page of ours holds it behind an address of our own origin.
 *
 * @throws Failure `image-unreachable` when that page let go of it, `image-too-large`
 */
export async function fromPerson(address: string): Promise<Acquired> {
  if (!address.startsWith(`blob:${self.location.origin}/`)) throw new Failure('image-unreachable');
  const answer = await fetch(address).catch((error) => {
    throw new Failure('image-unreachable', { cause: error });
  });
  return { bytes: await readBody(answer), status: 0 };
}
