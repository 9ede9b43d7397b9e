import { EventEmitter, once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the site got. */
export interface Visit {
  method: string;
  /** With the host name that the browser used. */
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What the site answers. A body without a type is taken for HTML. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Answers a request to one path; for as long as its promise is not settled, the browser waits. */
export type Route = (visit: Visit) => Reply | Promise<Reply>;

/** A scripted web site on this machine, under every host name at once. */
export interface Site {
  port: number;
  /** Every request so far, in the order of their arrival. */
  visits: Visit[];
  /** The address of a path on a host that the browser takes for this machine. */
  at(path: string, host?: string): string;
  /** Sets, or replaces, what a path answers: a function, or always the same. */
  route(path: string, answer: Route | Reply): void;
  /** Lets requests to a path wait for their answer until the function that it gives is called. */
  hold(path: string): () => void;
  /** The first request that fits, whether it came already or comes later. Its answer may not be sent yet. */
  waitFor(fits: (visit: Visit) => boolean): Promise<Visit>;
  close(): Promise<void>;
}

/** Starts the site on a free port of 127.0.0.1. */
export async function startSite(): Promise<Site> {
  const routes = new Map<string, Route>();
  const holds = new Map<string, Promise<void>>();
  const visits: Visit[] = [];
  const arrivals = new EventEmitter();
  const server = createServer(async (request, response) => {
    const visit = await read(request);
    visits.push(visit);
    arrivals.emit('visit');
    await holds.get(visit.url.pathname);
    const route = routes.get(visit.url.pathname);
    send(response, route ? await route(visit) : { status: 404 });
  });
  const port = await listen(server);
  return {
    port,
    visits,
    at: (path, host = 'site.test') => `http://${host}:${port}${path}`,
    route: (path, answer) => void routes.set(path, typeof answer === 'function' ? answer : () => answer),
    hold: (path) => hold(holds, path),
    waitFor: async (fits) => {
      for (;;) {
        const found = visits.find(fits);
        if (found) return found;
        await once(arrivals, 'visit');
      }
    },
    close: () => stop(server),
  };
}

function hold(holds: Map<string, Promise<void>>, path: string): () => void {
  let release = () => {};
  holds.set(path, new Promise((resolve) => (release = resolve)));
  return () => {
    holds.delete(path);
    release();
  };
}

async function read(request: IncomingMessage): Promise<Visit> {
  const body = Buffer.concat(await request.toArray());
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  return { method: request.method ?? 'GET', url, headers: request.headers, body };
}

function send(response: ServerResponse, { status = 200, headers, body = '' }: Reply): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
