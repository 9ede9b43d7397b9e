import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface ReceivedBody {
  /** Empty when the body was too large: then it was read to its end, and forgotten. */
  readonly bytes: Buffer;
  readonly length: number;
  readonly sha256: string | null;
  readonly tooLarge: boolean;
}

/**
 * The whole body. Also one that is too large is read on, since a browser that is still sending would see a cut
 * connection in place of the 413.
 * @returns `null` when the client went away in the middle of it
 */
export async function readBody(request: IncomingMessage, most: number): Promise<ReceivedBody | null> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      hash.update(chunk);
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
    }
  } catch {
    return null;
  }
  const tooLarge = length > most;
  const bytes = tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks);
  return { bytes, length, tooLarge, sha256: length === 0 ? null : hash.digest('hex') };
}
