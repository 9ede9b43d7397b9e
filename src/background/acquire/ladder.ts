import type { Way } from '../../core/capture.ts';
import { Failure, toFailure } from '../../core/failure.ts';
import type { Rung, Sought, Tried } from './acquired.ts';
import { confirm } from './confirm.ts';
import { drawn } from './drawn.ts';
import { type Examined, examine } from './examine.ts';
import { fromBackground } from './from-background.ts';
import { fromFrame } from './from-frame.ts';
import { fromOpened } from './from-opened.ts';
import { screenshot } from './screenshot.ts';

/** In the order of how faithful and how safe they are (HARD-CASES.md, a to e). */
const LADDER: readonly Rung[] = [fromFrame, fromBackground, fromOpened, drawn, screenshot];

type Brought = Examined & { readonly way: Way };

/**
 * The first bytes that can be believed, and the way they came; failing these, what may be the image as well.
 *
 * @throws Failure of the most telling way
 */
export async function acquire(sought: Sought): Promise<Brought> {
  const tried: Tried[] = [];
  for (const rung of LADDER) {
    if (!(await rung.applies(sought, tried))) continue;
    const outcome = await climb(rung, sought, tried).catch((error) => toFailure(error, 'image-unreachable'));
    if (!(outcome instanceof Failure) && !('failure' in outcome)) return outcome;
    tried.push(outcome instanceof Failure ? { way: rung.way, failure: outcome } : outcome);
  }
  const doubtful = tried.findLast((outcome) => outcome.doubtful);
  if (doubtful?.brought) return { ...doubtful.brought, way: doubtful.way };
  throw whyNot(tried);
}

/** What does not come by a request is what is shown, and has nothing to be compared with. */
async function climb(rung: Rung, sought: Sought, tried: readonly Tried[]): Promise<Brought | Tried> {
  const { way } = rung;
  const acquired = await rung.get(sought);
  if (acquired.status === 0) return { ...(await examine(acquired)), way };
  const { examined, verdict } = await confirm({ way, sought, acquired, tried });
  if (verdict === 'believed') return { ...examined, way };
  const failure = new Failure('image-differs');
  return { way, failure, brought: examined, doubtful: verdict === 'doubtful' };
}

/** Of what was tried for the image itself, the last; what was tried instead of it says little. */
function whyNot(tried: readonly Tried[]): Failure {
  const faithful = tried.filter(({ way }) => way === 'frame' || way === 'background');
  return (faithful.at(-1) ?? tried.at(-1))?.failure ?? new Failure('image-unreachable');
}
