import { Failure } from '../../core/failure.ts';
import { isRecord, numberAt, textAt } from '../../core/json.ts';
import { LIMITS } from '../../core/limits.ts';
import { askFrame } from '../../platform/messaging.ts';
import { type Acquired, join, type Rung, type Sought } from './acquired.ts';

/** Way a: what the page's own frame may read. A `data:` address is its own content and needs no page at all. */
export const fromFrame: Rung = {
  way: 'frame',
  applies: ({ found }) => found.readable && found.kind === 'image',
  get: (sought) => (sought.found.url.startsWith('data:') ? fromAddress(sought.found.url) : fromParts(sought)),
};

async function fromAddress(url: string): Promise<Acquired> {
  if (url.length > LIMITS.imageBytes * 1.4) throw new Failure('image-too-large');
  const answer = await fetch(url).catch((error) => {
    throw new Failure('not-an-image', { cause: error });
  });
  return { bytes: await bytesOf(answer), status: 0 };
}

const PROBE = new Uint8Array(1);

async function fromParts({ found, frame }: Sought): Promise<Acquired> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const wanted = { from: 'address', url: found.url } as const;
  let size = 0;
  for (;;) {
    const { status, total, bytes } = await parsePart(await askFrame(frame, 'read', wanted, size, PROBE));
    chunks.push(bytes);
    size += bytes.byteLength;
    if (size > LIMITS.imageBytes) throw new Failure('image-too-large');
    if (size >= total || bytes.byteLength === 0) return { bytes: join(chunks), status };
  }
}

/** A part as the page's frame sent it. @throws Failure `image-unreachable` when it is none */
async function parsePart(value: unknown): Promise<Acquired & { readonly total: number }> {
  const total = numberAt(value, 'total');
  if (!isRecord(value) || total === undefined) throw new Failure('image-unreachable');
  const blob = value['bytes'];
  if (total > LIMITS.imageBytes || (blob instanceof Blob && blob.size > LIMITS.imageBytes))
    throw new Failure('image-too-large');
  const bytes = blob instanceof Blob ? await bytesOf(blob) : await decodeBase64(textAt(value, 'base64') ?? '');
  return { total, bytes, status: numberAt(value, 'status') ?? 0 };
}

async function bytesOf(body: Blob | Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await body.arrayBuffer());
}

async function decodeBase64(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(await fetch(`data:application/octet-stream;base64,${base64}`));
}
