import { Failure } from '../../core/failure.ts';
import { IMAGE_ACCEPT, LIMITS } from '../../core/limits.ts';
import { refererFor } from '../../core/referer.ts';
import { isStream } from '../../core/stream.ts';
import { sendReferer } from '../../platform/header-rules.ts';
import { hasOtherCookies } from '../../platform/tabs.ts';
import { type Acquired, isOnTheWeb, isTimeout, type Rung, readBody, type Sought, saidBy } from './acquired.ts';

/** Way b: our own request, as much like the page's as it can be: its cookies, its `Referer`, its `Accept`. */
export const fromBackground: Rung = {
  way: 'background',
  applies: ({ found }) => found.kind === 'image' && isOnTheWeb(found.url),
  get: (sought) =>
    askServer(sought).catch((error) => {
      throw whyNot(error, sought);
    }),
};

async function askServer(sought: Sought): Promise<Acquired> {
  // Without access only what a server opens to everybody can be read; and a container's cookies are not ours (Firefox).
  const isBare = !sought.allSites || (await hasOtherCookies(sought.frame.tabId));
  const asks = { sought, credentials: isBare ? 'omit' : 'include', cache: 'force-cache' } as const;
  const answer = await ask(asks, sought.found.url);
  // A rule names one address, and is lost on the way to another (HARD-CASES.md, 16).
  const isRefused = answer.redirected && !answer.ok;
  return toAcquired(isRefused ? await ask({ ...asks, cache: 'reload' }, answer.url) : answer);
}

interface Asks {
  readonly sought: Sought;
  readonly credentials: 'omit' | 'include';
  /** A refusal is kept there too. */
  readonly cache: 'force-cache' | 'reload';
}

async function ask(asks: Asks, url: string): Promise<Response> {
  const endReferer = await startReferer(asks.sought, url);
  try {
    return await requestImage(asks, url);
  } finally {
    // Nobody waits for it: the rule names this one address, and every start of the background sweeps what is left.
    void endReferer?.();
  }
}

async function startReferer(
  { found, frameUrl, allSites }: Sought,
  url: string,
): Promise<(() => Promise<void>) | undefined> {
  const referer = refererFor(frameUrl, url, found.referrerPolicy);
  return allSites && referer ? sendReferer(url, referer) : undefined;
}

function requestImage({ credentials, cache }: Asks, url: string): Promise<Response> {
  const signal = AbortSignal.timeout(LIMITS.imageTime);
  return fetch(url, { credentials, cache, headers: { Accept: IMAGE_ACCEPT }, signal });
}

/** @throws Failure `image-endless` at once, where reading would wait for an end */
async function toAcquired(answer: Response): Promise<Acquired> {
  if (isStream((name) => answer.headers.get(name))) {
    void answer.body?.cancel();
    throw new Failure('image-endless');
  }
  const bytes = answer.ok ? await readBody(answer) : new Uint8Array();
  return { status: answer.status, bytes, ...saidBy((name) => answer.headers.get(name)) };
}

function whyNot(error: unknown, { allSites }: Sought): Failure {
  if (error instanceof Failure) return error;
  if (isTimeout(error)) return new Failure('image-too-slow');
  return new Failure(allSites ? 'image-unreachable' : 'access-refused', { cause: error });
}
