import { Failure } from '../../core/failure.ts';
import { IMAGE_ACCEPT, LIMITS } from '../../core/limits.ts';
import { refererFor } from '../../core/referer.ts';
import { rightsInHeaders } from '../../core/rights/headers.ts';
import { sendReferer } from '../../platform/header-rules.ts';
import { type Acquired, type Rung, readBody, type Sought } from './acquired.ts';

/** Way b: our own request, as much like the page's as it can be: its cookies, its `Referer`, its `Accept`. */
export const fromBackground: Rung = {
  way: 'background',
  applies: ({ found }) => found.kind === 'image' && /^https?:/i.test(found.url),
  get: async (sought) => {
    const endReferer = await startReferer(sought);
    try {
      return await request(sought);
    } finally {
      // Nobody waits for it: the rule names this one address, and every start of the background sweeps what is left.
      void endReferer?.();
    }
  },
};

async function startReferer({ found, frameUrl, allSites }: Sought): Promise<(() => Promise<void>) | undefined> {
  const referer = refererFor(frameUrl, found.url, found.referrerPolicy);
  return allSites && referer ? sendReferer(withoutFragment(found.url), referer) : undefined;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

async function request({ found, allSites }: Sought): Promise<Acquired> {
  try {
    const answer = await fetch(found.url, {
      // Without access only what a server opens to everybody can be read, and only without cookies.
      credentials: allSites ? 'include' : 'omit',
      cache: 'force-cache',
      headers: { Accept: IMAGE_ACCEPT },
      signal: AbortSignal.timeout(LIMITS.imageTime),
    });
    const rights = rightsInHeaders((name) => answer.headers.get(name));
    return { status: answer.status, bytes: answer.ok ? await readBody(answer) : new Uint8Array(), rights };
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof DOMException && error.name === 'TimeoutError') throw new Failure('image-too-slow');
    throw new Failure(allSites ? 'image-unreachable' : 'access-refused', { cause: error });
  }
}
