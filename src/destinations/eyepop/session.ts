import { Failure } from '../../core/failure.ts';
import { isRecord, numberAt, textAt } from '../../core/json.ts';
import type { Run } from '../contract.ts';
import { readJson, safeUrl, send, statusFailure } from '../http.ts';
import { EYEPOP_BASE, type EyePopOptions } from './meta.ts';

/** A token, how long it holds, and where the dataset API is. */
export interface Session {
  readonly token: string;
  /** In ms since 1970; 60 s before the token really ends (EYEPOP.md, point 1). */
  readonly until: number;
  readonly dataUrl: string;
}

const EARLY = 60_000;

/** One session a run, shared by its parallel calls. A cache: a new run authenticates anew. */
const sessions = new WeakMap<AbortSignal, Promise<Session>>();

/** The session of this run. `stale` is one that the server just refused: it is replaced, once for all who ask. */
export async function sessionOf(options: EyePopOptions, run: Run, stale?: Session): Promise<Session> {
  const pending = sessions.get(run.signal);
  const known = await pending;
  if (known && known !== stale && known.until > Date.now()) return known;
  // Somebody else who waited for the same was faster: theirs will do.
  if (sessions.get(run.signal) !== pending) return sessionOf(options, run, stale);
  const opening = openSession(options, run, stale !== undefined);
  sessions.set(run.signal, opening);
  opening.catch(() => sessions.delete(run.signal));
  return opening;
}

async function openSession(options: EyePopOptions, run: Run, refused: boolean): Promise<Session> {
  const secret = run.secret?.trim();
  if (!secret) throw new Failure('key-missing');
  // A header takes nothing else, and what a copied key has besides nobody sees.
  if (!secret.startsWith('{') && /[^\x21-\x7e]/.test(secret))
    throw new Failure('key-refused', { fact: 'invisible characters' });
  return secret.startsWith('{') ? pastedSession(secret, options, run, refused) : keySession(secret, options, run);
}

async function keySession(key: string, options: EyePopOptions, run: Run): Promise<Session> {
  const answer = await send({
    url: `${options.base}/v1/auth/authenticate`,
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    signal: run.signal,
  });
  if (!answer.ok) throw statusFailure(answer);
  const body = await readJson(answer);
  const token = textAt(body, 'access_token');
  if (token === undefined) throw new Failure('unexpected-answer', { fact: 'no access_token' });
  const seconds = numberAt(body, 'expires_in') ?? 600;
  return {
    token,
    until: Date.now() + Math.max(0, seconds * 1_000 - EARLY),
    dataUrl: await configuredUrl(token, options, run),
  };
}

/** A session that the person's own backend made, pasted as JSON (EYEPOP.md, point 4). It cannot be renewed here. */
async function pastedSession(text: string, options: EyePopOptions, run: Run, refused: boolean): Promise<Session> {
  const session = parseSession(text);
  if (refused || session.until <= Date.now()) throw new Failure('session-ended');
  if (session.origin !== new URL(options.base).origin) throw new Failure('address-unsafe');
  const dataUrl = session.dataUrl
    ? dataUrlOf(session.dataUrl, options)
    : await configuredUrl(session.token, options, run);
  return { token: session.token, until: session.until, dataUrl };
}

function parseSession(text: string): { token: string; until: number; origin: string; dataUrl: string | undefined } {
  const value = parseJson(text);
  const token = textAt(value, 'accessToken');
  if (!isRecord(value) || token === undefined) throw new Failure('key-refused', { fact: 'no accessToken' });
  return {
    token,
    until: numberAt(value, 'validUntil') ?? Number.POSITIVE_INFINITY,
    origin: safeUrl(textAt(value, 'eyepopUrl') ?? EYEPOP_BASE).origin,
    dataUrl: textAt(value, 'datasetApiUrl'),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('key-refused', { fact: 'no JSON' });
  }
}

async function configuredUrl(token: string, options: EyePopOptions, run: Run): Promise<string> {
  const query = options.account === undefined ? '' : `?account_uuid=${encodeURIComponent(options.account)}`;
  const answer = await send({
    url: `${options.base}/v1/configs${query}`,
    method: 'GET',
    headers: { Authorization: `Bearer ${token}` },
    signal: run.signal,
  });
  if (!answer.ok) throw statusFailure(answer);
  const url = textAt(await readJson(answer), 'dataset_api_url');
  if (url === undefined) throw new Failure('unexpected-answer', { fact: 'no dataset_api_url' });
  return dataUrlOf(url, options);
}

/** The dataset API's address, believed only on EyePop's own hosts or on the origin the person configured. */
function dataUrlOf(value: string, { base }: EyePopOptions): string {
  const absolute = /^[a-z]+:/i.test(value) ? value : `${base}/${value.replace(/^\/+/, '')}`;
  const url = safeUrl(absolute);
  const own = url.protocol === 'https:' && url.hostname.endsWith('.eyepop.ai');
  if (!own && url.origin !== new URL(base).origin) throw new Failure('address-unsafe');
  return absolute.replace(/\/+$/, '');
}
