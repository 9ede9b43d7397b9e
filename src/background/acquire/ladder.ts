import type { Way } from '../../core/capture.ts';
import { Failure, toFailure } from '../../core/failure.ts';
import type { Rung, Sought, Tried } from './acquired.ts';
import { drawn } from './drawn.ts';
import { type Examined, examine } from './examine.ts';
import { fromBackground } from './from-background.ts';
import { fromFrame } from './from-frame.ts';
import { fromOpened } from './from-opened.ts';
import { screenshot } from './screenshot.ts';

/** In the order of how faithful and how safe they are (HARD-CASES.md, a to e). */
const LADDER: readonly Rung[] = [fromFrame, fromBackground, fromOpened, drawn, screenshot];

/**
 * The first bytes that can be believed, and the way they came.
 *
 * @throws Failure of the most telling way
 */
export async function acquire(sought: Sought): Promise<Examined & { readonly way: Way }> {
  const tried: Tried[] = [];
  for (const rung of LADDER) {
    if (!(await rung.applies(sought, tried))) continue;
    try {
      return { ...(await examine(await rung.get(sought))), way: rung.way };
    } catch (error) {
      tried.push({ way: rung.way, failure: toFailure(error, 'image-unreachable') });
    }
  }
  throw whyNot(tried);
}

/** Of what was tried for the image itself, the last; what was tried instead of it says little. */
function whyNot(tried: readonly Tried[]): Failure {
  const faithful = tried.filter(({ way }) => way === 'frame' || way === 'background');
  return (faithful.at(-1) ?? tried.at(-1))?.failure ?? new Failure('image-unreachable');
}
