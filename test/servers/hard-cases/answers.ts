import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Route } from '../site.ts';
import { pictureOf, typeOf } from './pictures.ts';

/** Answers that the servers of hard cases are made of. */
export function send(body: Buffer | string, type: string, headers: Readonly<Record<string, string>> = {}): Route {
  return (_request, response) => void response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
}

export function give(page: string, file: string, headers?: Readonly<Record<string, string>>): Route {
  return send(pictureOf(page, file), typeOf(file), headers);
}

export function refuse(status: number): Route {
  return (_request, response) => void response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>No</h1>');
}

/** The page's own request, which is the first, gets one thing; whoever comes after it another. */
export function first(route: Route, then: Route): Route {
  let came = false;
  return (request, response) => {
    const answer = came ? then : route;
    came = true;
    answer(request, response);
  };
}

export function gated(opens: (headers: IncomingHttpHeaders) => boolean, route: Route, otherwise = refuse(403)): Route {
  return (request, response) => (opens(request.headers) ? route : otherwise)(request, response);
}

/** Pieces of an answer, `pause` ms between them; with `again` over and over, until nobody listens. */
export function trickle(type: string, pieces: readonly Buffer[], pause: number, again = false): Route {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    let next = 0;
    const beat = setInterval(() => {
      const piece = pieces[again ? next % pieces.length : next];
      next += 1;
      if (piece) response.write(piece);
      else response.end();
      if (!piece) clearInterval(beat);
    }, pause);
    response.on('close', () => clearInterval(beat));
  };
}

/** As much as whoever asks can take, and then more. */
export function flood(beginning: Buffer, type: string): Route {
  return (_request, response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': type });
    response.write(beginning);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
    };
    response.on('drain', more);
    more();
  };
}
