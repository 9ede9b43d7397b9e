import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Route } from '../servers/site.ts';

/** Pages of a test's own, and what the site's photographs are known by. */

export function sendPage(body: string): Route {
  return (_request, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end(body);
}

export function sha256(photo: string): string {
  return createHash('sha256')
    .update(readFileSync(`test/site/photos/${photo}`))
    .digest('hex');
}
