import { collect } from '../core/collect.ts';
import { IMAGE_ACCEPT, LIMITS } from '../core/limits.ts';
import type { Part, Wanted } from '../protocol.ts';
import { PageFailure } from './serve.ts';

interface Read {
  readonly wanted: string;
  readonly status: number;
  readonly bytes: Blob;
}

/** The one image being handed over, between its first part and its last. */
let current: Read | undefined;

/** Bytes that the frame may read: at once where messages carry them, otherwise in parts that fit one. */
export async function readPart(wanted: Wanted, offset: number, probe: unknown): Promise<Part> {
  const name = JSON.stringify(wanted);
  if (current?.wanted !== name || offset === 0) current = { wanted: name, ...(await readWhole(wanted)) };
  const { status, bytes } = current;
  const whole = probe instanceof Uint8Array;
  const part = bytes.slice(offset, offset + LIMITS.messageBytes);
  if (whole || offset + part.size >= bytes.size) current = undefined;
  const known = { status, total: bytes.size };
  return whole ? { ...known, bytes } : { ...known, base64: await toBase64(part) };
}

async function readWhole(wanted: Wanted): Promise<Omit<Read, 'wanted'>> {
  if (wanted.from !== 'address') throw new PageFailure('image-unreachable');
  const { url } = wanted;
  const limit = AbortSignal.timeout(LIMITS.imageTime);
  try {
    const answer = await fetch(url, { headers: { Accept: IMAGE_ACCEPT }, signal: limit });
    return { status: url.startsWith('blob:') ? 0 : answer.status, bytes: await readLimited(answer) };
  } catch (error) {
    if (error instanceof PageFailure) throw error;
    throw new PageFailure(limit.aborted ? 'image-too-slow' : 'image-unreachable');
  }
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
