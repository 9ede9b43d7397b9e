import type { Way } from '../../core/capture.ts';
import { collect } from '../../core/collect.ts';
import { Failure } from '../../core/failure.ts';
import type { Found } from '../../core/found.ts';
import { LIMITS } from '../../core/limits.ts';
import type { RightsSignal } from '../../core/rights/signal.ts';
import type { Frame } from '../../platform/messaging.ts';

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
  /** What the answer's headers say of the image's rights. */
  readonly rights?: readonly RightsSignal[];
}

/** One rung of the ladder (HARD-CASES.md, "Getting its bytes"). */
export interface Rung {
  readonly way: Way;
  applies(sought: Sought): boolean;
  get(sought: Sought): Promise<Acquired>;
}

/** The body of an answer, no more than an image may weigh. @throws Failure `image-too-large` */
export async function readBody(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = await collect(answer.body?.getReader(), LIMITS.imageBytes);
  if (!chunks) throw new Failure('image-too-large');
  return join(chunks);
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
