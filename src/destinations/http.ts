import { collect } from '../core/collect.ts';
import { Failure, type FailureKind } from '../core/failure.ts';
import { LIMITS } from '../core/limits.ts';
import { parseRetryAfter } from '../core/retry.ts';

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * An address that a secret may go to: https, or this machine; no name or password in it.
 *
 * @throws Failure `address-unsafe`
 */
export function safeUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.test(url.hostname));
  if (!url || !secure || url.username !== '' || url.password !== '') throw new Failure('address-unsafe');
  return url;
}

/** The match pattern that lets the extension talk to an origin. Firefox knows no ports in patterns. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

export interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly signal: AbortSignal;
  /** In ms, until all of the answer is there. */
  readonly time?: number;
}

/**
 * Sends a request to exactly the host it names: no redirect, no cookie, no referrer, no cache.
 *
 * @throws Failure `offline`, `unreachable` or `timed-out`
 */
export async function send({ url, method, headers = {}, body, signal, time = 60_000 }: Request): Promise<Response> {
  try {
    const answer = await fetch(safeUrl(url), {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(time)]),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (new URL(answer.url).origin !== new URL(url).origin) throw new Failure('address-unsafe');
    return answer;
  } catch (error) {
    throw networkFailure(error);
  }
}

function networkFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') return new Failure('timed-out', { cause: error });
  return new Failure(navigator.onLine ? 'unreachable' : 'offline', { cause: error });
}

/** The failure that a status stands for where nothing more particular is known. */
export function statusFailure(answer: Response): Failure {
  const fact = `HTTP ${answer.status}`;
  const retryAfter = parseRetryAfter(answer.headers.get('Retry-After'), Date.now());
  return new Failure(kindOf(answer.status), retryAfter === undefined ? { fact } : { fact, retryAfter });
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'key-refused';
  if (status === 403) return 'forbidden';
  if (status === 408) return 'timed-out';
  if (status === 409) return 'not-confirmed';
  if (status === 429) return 'busy';
  return status >= 500 ? 'server-failed' : 'refused';
}

/**
 * The JSON of an answer, read up to a limit.
 *
 * @throws Failure `unexpected-answer` when it is none or too large, `unreachable` when it breaks off
 */
export async function readJson(answer: Response, limit: number = LIMITS.jsonBytes): Promise<unknown> {
  const text = await readText(answer, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('unexpected-answer', { fact: 'no JSON' });
  }
}

async function readText(answer: Response, limit: number): Promise<string> {
  const chunks = await collect(answer.body?.getReader(), limit).catch((error) => {
    throw networkFailure(error);
  });
  if (!chunks) throw new Failure('unexpected-answer', { fact: 'too large' });
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

/** Reads an answer that says nothing to its end: a connection whose answer was cancelled cannot be used again. */
export async function passOver(answer: Response): Promise<void> {
  await readText(answer, LIMITS.silentBytes);
}
