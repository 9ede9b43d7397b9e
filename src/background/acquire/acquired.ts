import type { Way } from '../../core/capture.ts';
import { collect } from '../../core/collect.ts';
import { Failure, type FailureKind } from '../../core/failure.ts';
import { isFleeting } from '../../core/fleeting.ts';
import type { Found } from '../../core/found.ts';
import { LIMITS } from '../../core/limits.ts';
import { rightsInHeaders } from '../../core/rights/headers.ts';
import type { RightsSignal } from '../../core/rights/signal.ts';
import type { Frame } from '../../platform/messaging.ts';
import type { Examined } from './examine.ts';

/** An image that was found, where, and what the person's permission allows. */
export interface Sought {
  readonly found: Found;
  readonly frame: Frame;
  /** The frame's address by the browser's word: a page could make up its own. */
  readonly frameUrl: string;
  /** Access to all sites. */
  readonly allSites: boolean;
}

/** Bytes as a way brought them, not believed yet. */
export interface Acquired {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** HTTP status; 0 where there was no request. */
  readonly status: number;
  /** The answer was meant for one request or one person: another may bring another picture. */
  readonly fleeting?: boolean;
  /** What the answer's headers say of the image's rights. */
  readonly rights?: readonly RightsSignal[];
}

/** A way that brought nothing to be believed, and why not. */
export interface Tried {
  readonly way: Way;
  readonly failure: Failure;
  /** A whole image that may be another. */
  readonly brought?: Examined;
  /** It is taken if nothing better comes. */
  readonly doubtful?: boolean;
}

/** One rung of the ladder (HARD-CASES.md, "Getting its bytes"). */
export interface Rung {
  readonly way: Way;
  /** `tried`: the rungs before it. */
  applies(sought: Sought, tried: readonly Tried[]): boolean | Promise<boolean>;
  get(sought: Sought): Promise<Acquired>;
}

export function isOnTheWeb(url: string): boolean {
  return /^https?:/i.test(url);
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** What the page shows is as bad as its bytes then: a copy of it would be no better. */
const FLAWED: readonly FailureKind[] = ['image-truncated', 'image-undecodable', 'image-too-many-pixels'];

/** Whether what the page shows may stand in for the bytes: of what has none, or where they are out of reach. */
export function standsIn({ found }: Sought, tried: readonly Tried[]): boolean {
  if (found.key === '') return false;
  const isBetter = ({ failure, doubtful }: Tried) => doubtful || FLAWED.includes(failure.kind);
  // Of a stream each picture is whole, and none is the last.
  const isShown = found.decoded || tried.some(({ failure }) => failure.kind === 'image-endless');
  return found.kind !== 'image' || (isShown && !tried.some(isBetter));
}

/** The body of an answer, no more than an image may weigh. @throws Failure `image-too-large`, `image-truncated` */
export async function readBody(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = await collect(answer.body?.getReader(), LIMITS.imageBytes).catch((error) => {
    // Whoever shows it (Firefox does) shows a part of it.
    throw isTimeout(error) ? error : new Failure('image-truncated', { cause: error });
  });
  if (!chunks) throw new Failure('image-too-large');
  return join(chunks);
}

export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

export function join(chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** What an answer says besides its bytes. */
export function saidBy(header: (name: string) => string | null): Pick<Acquired, 'fleeting' | 'rights'> {
  return { fleeting: isFleeting(header), rights: rightsInHeaders(header) };
}

export async function bytesOf(body: Blob | Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await body.arrayBuffer());
}
