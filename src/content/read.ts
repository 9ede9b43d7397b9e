import { collect } from '../core/collect.ts';
import type { FailureKind } from '../core/failure.ts';
import { isFleeting } from '../core/fleeting.ts';
import { IMAGE_ACCEPT, LIMITS } from '../core/limits.ts';
import { rightsInHeaders } from '../core/rights/headers.ts';
import type { RightsSignal } from '../core/rights/signal.ts';
import { isStream } from '../core/stream.ts';
import type { Part, Wanted } from '../protocol.ts';
import { drawPixels } from './draw.ts';
import { PageFailure } from './serve.ts';

interface Read {
  readonly wanted: string;
  readonly status: number;
  readonly bytes: Blob;
  readonly fleeting?: boolean;
  readonly rights: readonly RightsSignal[];
}

/** The one image being handed over, between its first part and its last. */
let current: Read | undefined;

/** Bytes that the frame may read: at once where messages carry them, otherwise in parts that fit one. */
export async function readPart(wanted: Wanted, offset: number, probe: unknown): Promise<Part> {
  const name = JSON.stringify(wanted);
  if (current?.wanted !== name || offset === 0) current = { wanted: name, ...(await readWhole(wanted)) };
  const { wanted: _, bytes, ...rest } = current;
  const whole = probe instanceof Uint8Array;
  const part = bytes.slice(offset, offset + LIMITS.messageBytes);
  if (whole || offset + part.size >= bytes.size) current = undefined;
  const known = { ...rest, total: bytes.size };
  return whole ? { ...known, bytes } : { ...known, base64: await toBase64(part) };
}

type Answered = Omit<Read, 'wanted'>;

function readWhole(wanted: Wanted): Promise<Answered> {
  if (wanted.from === 'pixels') return drawPixels(wanted).then((bytes) => ({ status: 0, bytes, rights: [] }));
  const { url } = wanted;
  return readAddress(
    url,
    wanted.from === 'opened' ? async () => takeOpened(url) : (signal) => fetchAsShown(url, { signal }),
  );
}

async function readAddress(url: string, request: (signal: AbortSignal) => Promise<Response>): Promise<Answered> {
  const limit = AbortSignal.timeout(LIMITS.imageTime);
  const failWith = (kind: FailureKind) => (error: unknown) => {
    throw error instanceof PageFailure ? error : new PageFailure(limit.aborted ? 'image-too-slow' : kind);
  };
  const answer = await request(limit).catch(failWith('image-unreachable'));
  const header = (name: string) => answer.headers.get(name);
  if (isStream(header)) {
    void answer.body?.cancel();
    throw new PageFailure('image-endless');
  }
  const bytes = answer.ok ? await readLimited(answer).catch(failWith('image-truncated')) : new Blob();
  const said = { fleeting: isFleeting(header) || hasServiceWorker(), rights: rightsInHeaders(header) };
  return { status: url.startsWith('blob:') ? 0 : answer.status, bytes, ...said };
}

/** What the page gets may come from its own service worker then, which no request of ours passes through. */
function hasServiceWorker(): boolean {
  return Boolean(navigator.serviceWorker?.controller);
}

/** From the cache that the page itself filled, where it is still there: what comes anew can be something else. */
function fetchAsShown(url: string, more: RequestInit): Promise<Response> {
  const cached = url.startsWith('blob:') ? {} : { cache: 'force-cache' as const };
  return fetch(url, { headers: { Accept: IMAGE_ACCEPT }, ...cached, ...more });
}

/** Requests whose answers were opened, by address, until they are read. */
const opened = new Map<string, Response>();

/**
 * Begins a request with the page's cookies, and settles with its headers: from then on no rule has to open anything. A redirect
 * is not followed: the rule was for this address, and another could be anybody's.
 */
export async function openRequest(url: string, referrerPolicy: string): Promise<void> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LIMITS.openTime);
  const signal = AbortSignal.any([late.signal, AbortSignal.timeout(LIMITS.imageTime)]);
  // The background sends none but those there are.
  const policy = { referrerPolicy: referrerPolicy as ReferrerPolicy };
  const request = fetchAsShown(url, { credentials: 'include', redirect: 'error', signal, ...policy });
  opened.set(url, await request.catch(() => Promise.reject(new PageFailure('image-unreachable'))));
  clearTimeout(timer);
}

function takeOpened(url: string): Response {
  const answer = opened.get(url);
  opened.delete(url);
  if (!answer) throw new PageFailure('image-unreachable');
  return answer;
}

async function readLimited(answer: Response): Promise<Blob> {
  const chunks = await collect(answer.body?.getReader(), LIMITS.imageBytes);
  if (!chunks) throw new PageFailure('image-too-large');
  return new Blob(chunks);
}

function toBase64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(part);
  });
}
