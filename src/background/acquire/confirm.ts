import type { Way } from '../../core/capture.ts';
import type { Resemblance } from '../../core/look.ts';
import { matchSizes, type SizeMatch } from '../../core/sizes.ts';
import { judge, type Verdict } from '../../core/verdict.ts';
import { type Acquired, hostOf, type Sought, type Tried } from './acquired.ts';
import { type Examined, examine } from './examine.ts';
import { see } from './see.ts';

interface Confirmed {
  readonly examined: Examined;
  readonly verdict: Verdict;
  readonly sizes: SizeMatch;
  readonly looks: Resemblance | undefined;
}

/**
 * Whether the first image of a host that a way brought for a page came as it was shown: then its others are believed by their
 * size. Looking at each costs the page a decoding or the person a picture of the tab. A cache: a background that starts anew
 * looks again.
 */
const proofs = new Map<string, Promise<boolean>>();

/**
 * Examines what a request brought, and compares it with what the page shows: the cookies of our request may not be the page's,
 * and a host that refuses may do so with a valid picture (HARD-CASES.md).
 *
 * @throws Failure of `examine`
 */
export async function confirm(brought: Brought): Promise<Confirmed> {
  const source = sourceOf(brought);
  // Where one way brought another picture, no way is believed unseen.
  const isPlain = !brought.acquired.fleeting && !brought.tried.some(({ brought: other }) => other);
  const proven = isPlain && (await proofs.get(source)) === true;
  const confirming = hold({ ...brought, proven });
  if (isPlain && !proofs.has(source)) remember(source, confirming);
  return confirming;
}

interface Brought {
  readonly way: Way;
  readonly sought: Sought;
  readonly acquired: Acquired;
  /** The rungs before. */
  readonly tried: readonly Tried[];
}

async function hold({ sought, acquired, tried, proven }: Brought & { proven: boolean }): Promise<Confirmed> {
  const isAnswer = acquired.status < 400;
  const examined = await examine(acquired, isAnswer && !proven ? await seeOnce(sought) : undefined);
  const { image, looks } = examined;
  const shown = sought.found.decoded && image.extension !== 'svg' ? sought.found : { width: 0, height: 0 };
  const sizes = matchSizes(image, shown);
  const again = tried.some(({ brought }) => brought?.sha256 === examined.sha256);
  return { examined, sizes, looks, verdict: judge({ sizes, looks, proven, again }) };
}

/** One look serves all ways of a climb: it may have cost a picture of the tab. */
const sights = new WeakMap<Sought, ReturnType<typeof see>>();

function seeOnce(sought: Sought): ReturnType<typeof see> {
  const sight = sights.get(sought) ?? see(sought);
  sights.set(sought, sight);
  return sight;
}

function remember(source: string, confirming: Promise<Confirmed>): void {
  const proof = confirming.then(
    ({ sizes, looks }) => looks === 'same' && (sizes === 'same' || sizes === 'larger'),
    () => false,
  );
  proofs.set(source, proof);
  // What proves nothing leaves it to the next.
  void proof.then((proves) => proves || proofs.delete(source));
}

/** What one way brings proves nothing of another. */
function sourceOf({ way, sought: { found, frameUrl } }: Brought): string {
  return [way, hostOf(found.url), hostOf(frameUrl)].join(' ');
}
