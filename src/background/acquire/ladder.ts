import type { Way } from '../../core/capture.ts';
import { Failure, toFailure } from '../../core/failure.ts';
import type { Rung, Sought } from './acquired.ts';
import { type Examined, examine } from './examine.ts';
import { fromBackground } from './from-background.ts';
import { fromFrame } from './from-frame.ts';

/** In the order of how faithful and how safe they are (HARD-CASES.md, a and b). */
const LADDER: readonly Rung[] = [fromFrame, fromBackground];

/**
 * The first bytes that can be believed, and the way they came.
 *
 * @throws Failure of the last way tried
 */
export async function acquire(sought: Sought): Promise<Examined & { readonly way: Way }> {
  let last = new Failure('image-unreachable');
  for (const rung of LADDER.filter(({ applies }) => applies(sought))) {
    try {
      return { ...(await examine(await rung.get(sought))), way: rung.way };
    } catch (error) {
      last = toFailure(error, 'image-unreachable');
    }
  }
  throw last;
}
