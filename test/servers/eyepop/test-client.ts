import { type Agent, request } from 'node:http';
import { startEyePop } from '../eyepop.ts';
import type { EyePopOptions } from './options.ts';
import type { EyePopServer } from './server-handle.ts';

/** The header of a PNG of this size: enough for the stand-in. `salt` makes the bytes differ. */
export function png(width: number, height: number, salt = ''): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return Buffer.concat([bytes, Buffer.from(salt)]);
}

/** What one look at the wire brings. */
export interface Reply {
  readonly status: number;
  /** A text, when the answer was no JSON. */
  readonly json: unknown;
  readonly headers: Headers;
}

const TRUTH_SIZE = { source_width: 640, source_height: 480 };

export const IMAGE = png(640, 480);
export const BOX = { x: 0, y: 0, width: 640, height: 480, classLabel: 'dog', confidence: 1 };
/** Ground truths for `IMAGE`. */
export const NEGATIVE = [{ ...TRUTH_SIZE, objects: [] }];
export const POSITIVE = [{ ...TRUTH_SIZE, objects: [BOX] }];

export const assetPath = (uuid: string) => `/assets/${uuid}?dataset_uuid={d}`;
export const annotationsPath = (uuid: string) => `/assets/${uuid}/annotations?dataset_uuid={d}&user_review=approved`;
export const truthPath = (uuid: string) => `/assets/${uuid}/ground_truth?dataset_uuid={d}`;

export interface TestClient {
  readonly server: EyePopServer;
  readonly dataset: string;
  /** @param path below the data API; the dataset's uuid stands for `{d}` */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
  /** @returns the answer, whose `uuid` is that of the new asset */
  upload(bytes: Buffer, query?: string, type?: string): Promise<Reply>;
  /** As `upload`, for a uuid. */
  uuidOf(bytes: Buffer, query?: string): Promise<string>;
}

/** A server, and a client with a token and the first dataset. */
export async function connect(options: EyePopOptions = {}): Promise<TestClient> {
  const server = await startEyePop(options);
  const dataset = server.datasets[0]?.uuid ?? '';
  const headers = { authorization: `Bearer ${server.session().accessToken}` };
  const ask = (path: string, init: RequestInit) =>
    askOnce(`${server.origin}/data${path.replace('{d}', dataset)}`, init);
  const upload: TestClient['upload'] = (bytes, query = '', type = 'image/png') =>
    ask(`/assets?dataset_uuid={d}${query}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body: Uint8Array.from(bytes),
    });
  return {
    server,
    dataset,
    upload,
    uuidOf: async (bytes, query) => textOf((await upload(bytes, query)).json, 'uuid'),
    call: (method, path, body) =>
      body === undefined
        ? ask(path, { method, headers })
        : ask(path, {
            method,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
  };
}

export async function askOnce(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  const isJson = response.headers.get('content-type') === 'application/json';
  return {
    status: response.status,
    headers: response.headers,
    json: await (isJson ? response.json() : response.text()),
  };
}

/** The text at `key` of an object; fails where there is none. */
export function textOf(value: unknown, key: string): string {
  const found = Object(value)[key];
  if (typeof found !== 'string') throw new Error(`no ${key} in ${JSON.stringify(value)}`);
  return found;
}

/**
 * One upload over this agent's connections, which stay open as a browser's do.
 * @returns the status, `cut` when the answer broke off, or what went wrong before an answer
 */
export function uploadOver(agent: Agent, { server, dataset }: TestClient, bytes: Buffer): Promise<number | string> {
  const headers = { authorization: `Bearer ${server.session().accessToken}`, 'content-type': 'image/png' };
  const url = `${server.origin}/data/assets?dataset_uuid=${dataset}`;
  return new Promise((resolve) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.once('close', () => resolve(response.complete ? (response.statusCode ?? 0) : 'cut'));
    });
    sent.once('error', ({ message }) => resolve(message));
    sent.end(bytes);
  });
}
