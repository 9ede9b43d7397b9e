import { Failure } from '../../core/failure.ts';
import { isRecord, numberAt, textAt } from '../../core/json.ts';
import { LIMITS } from '../../core/limits.ts';
import { parseRights } from '../../core/rights/signal.ts';
import type { Frame } from '../../platform/messaging.ts';
import type { Wanted } from '../../protocol.ts';
import { askFinder } from '../ask-finder.ts';
import { type Acquired, bytesOf, join } from './acquired.ts';

const PROBE = new Uint8Array(1);

/** Bytes out of a page's frame: in one message where messages carry them, in parts otherwise. */
export async function readParts(frame: Frame, wanted: Wanted): Promise<Acquired> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { total, bytes, ...said } = await parsePart(await askFinder(frame, 'read', wanted, size, PROBE));
    chunks.push(bytes);
    size += bytes.byteLength;
    if (size > LIMITS.imageBytes) throw new Failure('image-too-large');
    if (size >= total || bytes.byteLength === 0) return { ...said, bytes: join(chunks) };
  }
}

/** A part as the page's frame sent it. @throws Failure `image-unreachable` when it is none */
async function parsePart(value: unknown): Promise<Required<Acquired> & { readonly total: number }> {
  const total = numberAt(value, 'total');
  if (!isRecord(value) || total === undefined) throw new Failure('image-unreachable');
  const blob = value['bytes'];
  if (total > LIMITS.imageBytes || (blob instanceof Blob && blob.size > LIMITS.imageBytes))
    throw new Failure('image-too-large');
  const bytes = blob instanceof Blob ? await bytesOf(blob) : await decodeBase64(textAt(value, 'base64') ?? '');
  const fleeting = value['fleeting'] === true;
  return {
    total,
    bytes,
    status: numberAt(value, 'status') ?? 0,
    fleeting,
    rights: parseRights(value['rights'], 'header'),
  };
}

async function decodeBase64(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(await fetch(`data:application/octet-stream;base64,${base64}`));
}
