import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { Answer } from './answer.ts';

/** The whole answer. */
export function send(response: ServerResponse, answer: Answer): void {
  const { type, body } = encode(answer);
  response.writeHead(answer.status, headers(answer, type));
  // The client is expected to hang up on some streams; the ledger notes that.
  if (answer.chunks) pipeline(Readable.from(answer.chunks), response, () => undefined);
  else response.end(answer.status === 204 ? undefined : body);
}

/** The head and half of the body, of which it promises more than there is. `then` runs when they have left. */
export function sendHalf(response: ServerResponse, answer: Answer, then: () => void): void {
  const { type, body } = encode(answer);
  // A 204 has no body to be cut, and its head would be a whole answer.
  const status = answer.status === 204 ? 200 : answer.status;
  response.writeHead(status, { ...headers(answer, type), 'content-length': body.length + 2 });
  response.write(body.length === 0 ? ' ' : body.subarray(0, Math.ceil(body.length / 2)), then);
}

function headers(answer: Answer, type: string | null): Record<string, string> {
  return { ...(type !== null && { 'content-type': type }), ...answer.headers };
}

function encode({ json, text, chunks }: Answer): { readonly type: string | null; readonly body: Buffer } {
  if (json !== undefined) return { type: 'application/json', body: Buffer.from(JSON.stringify(json)) };
  if (text !== undefined) return { type: 'text/plain; charset=utf-8', body: Buffer.from(text) };
  return { type: chunks === undefined ? null : 'application/json', body: Buffer.alloc(0) };
}
