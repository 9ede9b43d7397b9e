import type { Answer } from './answer.ts';
import type { FaultSpec } from './fault-spec.ts';

/** How long the `huge-json` body is, in bytes, about. */
export const HUGE_BYTES = 64 * 1024 * 1024;

const CHUNK_BYTES = 64 * 1024;
const LOGIN_PAGE = '<!doctype html><title>Sign in</title><p>Sign in to use this network.</p>';

/** What a fault answers in place of the service; `null` when it lets the service's own answer through. */
export function faultAnswer({ status, headers = {}, body }: FaultSpec): Answer | null {
  if (status === undefined && body === undefined) return null;
  const head = { status: status ?? 200, headers };
  if (body === 'html') return { ...head, text: LOGIN_PAGE, headers: { 'content-type': 'text/html', ...headers } };
  if (body === 'huge-json') return { ...head, chunks: hugeJson() };
  if (body === 'endless') return { ...head, chunks: endless() };
  return { ...head, ...body };
}

/** One valid array of texts. */
function* hugeJson(): Generator<Buffer> {
  const chunk = Buffer.from(`"${'x'.repeat(CHUNK_BYTES)}",\n`);
  yield Buffer.from('[');
  for (let sent = 0; sent < HUGE_BYTES; sent += chunk.length) yield chunk;
  yield Buffer.from('""]');
}

/** The beginning of valid JSON that never becomes more. */
function* endless(): Generator<Buffer> {
  yield Buffer.from('[');
  for (;;) yield Buffer.alloc(CHUNK_BYTES, ' ');
}
