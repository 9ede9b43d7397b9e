import { Failure } from '../../core/failure.ts';
import { isRecord, numberAt, textAt } from '../../core/json.ts';
import { LIMITS } from '../../core/limits.ts';
import { askFrame } from '../../platform/messaging.ts';
import { type Acquired, join, type Rung, type Sought } from './acquired.ts';

/** Way a: what the page's own frame may read. A `data:` address is its own content and needs no page at all. */
export const fromFrame: Rung = {
  way: 'frame',
  applies: ({ found }) => found.readable,
  get: (sought) => (sought.found.url.startsWith('data:') ? fromAddress(sought.found.url) : fromParts(sought)),
};

async function fromAddress(url: string): Promise<Acquired> {
  if (url.length > LIMITS.imageBytes * 1.4) throw new Failure('image-too-large');
  const answer = await fetch(url).catch((error) => {
    throw new Failure('not-an-image', { cause: error });
  });
  return { bytes: new Uint8Array(await answer.arrayBuffer()), status: 0 };
}

async function fromParts({ found, frame }: Sought): Promise<Acquired> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const part = parsePart(await askFrame(frame, 'read', found.url, size));
    const chunk = await decodeBase64(part.base64);
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > LIMITS.imageBytes) throw new Failure('image-too-large');
    if (size >= part.total || chunk.byteLength === 0) return { bytes: join(chunks), status: part.status };
  }
}

/** A part as the page's frame sent it. @throws Failure `image-unreachable` when it is none */
function parsePart(value: unknown): { base64: string; total: number; status: number } {
  const total = numberAt(value, 'total');
  if (!isRecord(value) || total === undefined) throw new Failure('image-unreachable');
  if (total > LIMITS.imageBytes) throw new Failure('image-too-large');
  return { total, base64: textAt(value, 'base64') ?? '', status: numberAt(value, 'status') ?? 0 };
}

async function decodeBase64(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`data:application/octet-stream;base64,${base64}`);
  return new Uint8Array(await answer.arrayBuffer());
}
