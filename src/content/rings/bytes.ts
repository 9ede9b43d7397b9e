import { collect } from '../../core/collect.ts';
import { IMAGE_ACCEPT } from '../../core/limits.ts';
import { toHex } from '../../core/sha256.ts';
import { askBackground } from './ask.ts';

/** What is read of one page's images, at most. */
const MOST = { images: 60, bytes: 4 * 1024 * 1024, address: 1024 * 1024 };

const BASE64 = /^data:image\/[^,]*;base64,/i;

/** Images whose bytes the frame may have without asking any server: its own, and those that lie in its cache or in the address. */
function isReadable(url: string): boolean {
  if (url.startsWith('data:')) return BASE64.test(url) && url.length < MOST.address;
  return url.startsWith('blob:') || (URL.canParse(url) && new URL(url).origin === self.origin);
}

/**
 * Reads the bytes of images one after another while the page has nothing to do, each once, the first so many. All alike,
 * captured or not: browsers list these reads among the page's own (Resource Timing), so they must not depend on what is known.
 */
export function readInTurn(read: (url: string, sha256: string) => void, signal: AbortSignal): (url: string) => void {
  const seen = new Set<string>();
  let turn = Promise.resolve();
  return (url) => {
    if (seen.has(url) || seen.size >= MOST.images || !isReadable(url)) return;
    seen.add(url);
    turn = turn.then(idle).then(async () => {
      const sha256 = signal.aborted ? undefined : await hashOf(url).catch(() => undefined);
      if (sha256 !== undefined) read(url, sha256);
    });
  };
}

function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}

async function hashOf(url: string): Promise<string | undefined> {
  const chunks = url.startsWith('data:') ? [decode(url)] : await readCached(url);
  if (!chunks) return undefined;
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  // Pages that came by plain http have no `subtle`.
  if (!crypto.subtle) return askBackground('hash', bytes);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

async function readCached(url: string): Promise<Uint8Array<ArrayBuffer>[] | undefined> {
  const cached = url.startsWith('blob:') ? {} : ({ cache: 'only-if-cached', mode: 'same-origin' } as const);
  const answer = await fetch(url, { ...cached, headers: { Accept: IMAGE_ACCEPT } });
  return answer.ok ? collect(answer.body?.getReader(), MOST.bytes) : undefined;
}

/** By hand: a page's policy can forbid fetching it. */
function decode(url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(decodeURIComponent(url.replace(BASE64, ''))), (letter) => letter.charCodeAt(0));
}
