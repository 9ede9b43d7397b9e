import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Route } from '../servers/site.ts';

/** What servers of images do, and what is asked of them. */

export type Headers = Readonly<Record<string, string>>;

export const photo = readFileSync('test/site/photos/kitten-planks.jpg');
/** As large as the photograph, and another one. */
export const other = readFileSync('test/site/photos/red-panda.jpg');
export const small = readFileSync('test/site/photos/espresso.jpg');

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export function send(bytes: Buffer | string, headers: Headers = {}, status = 200): Route {
  return (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'image/jpeg', ...headers }).end(bytes);
}

export const html = (body: string, headers: Headers = {}) =>
  send(`<!doctype html><meta charset="utf-8">${body}`, { 'Content-Type': 'text/html', ...headers });

/** One answer for some requests, another for the rest. */
export function when(is: (request: IncomingMessage) => boolean, yes: Route, no: Route): Route {
  return (request, response) => (is(request) ? yes : no)(request, response);
}

/** The first request of a path gets one answer, every later one another. */
export function once(first: Route, later: Route): Route {
  let asked = 0;
  return (request, response) => (asked++ === 0 ? first : later)(request, response);
}

/** What only a page asks for an `<img>`, and no `fetch` can. */
export const isImageRequest = ({ headers }: IncomingMessage) => headers['sec-fetch-dest'] === 'image';

export const noStore = { 'Cache-Control': 'no-store' };
export const cached = { 'Cache-Control': 'max-age=3600' };

export const forbidden = send('no', { 'Content-Type': 'text/plain' }, 403);
export const gone = send('gone', { 'Content-Type': 'text/plain' }, 410);

const COOKIE = 'partitioned=yes; Secure; SameSite=None; Partitioned; Path=/';

/** Gives a cookie that counts under the page's own site alone (CHIPS). `localhost` may have it without TLS. */
export const join: Route = (_request, response) => void response.writeHead(200, { 'Set-Cookie': COOKIE }).end();

export const hasJoined = ({ headers }: IncomingMessage) => headers.cookie?.includes('partitioned=yes') === true;
