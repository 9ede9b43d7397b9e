import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Cut } from './fault-spec.ts';
import type { RouteName } from './route-name.ts';

/** What is known of one request; it fills up while the request goes on. No token and no body is kept. */
export interface RequestRecord {
  readonly id: number;
  /** Ms since 1970, by the real clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** `null` for an address that the service does not have. */
  readonly route: RouteName | null;
  readonly headers: { readonly authorization: boolean; readonly cookie: boolean; readonly contentType: string | null };
  /** Which connection it came on, counted from 1; a kept-alive one carries several requests. */
  readonly connection: number;
  bytes: number;
  /** Of the body; `null` without one. */
  sha256: string | null;
  /** The asset in the path, or the one that an upload made. */
  assetUuid: string | null;
  /** Whether the service did what was asked; false too when it refused. */
  worked: boolean;
  /** The status, once the whole answer was handed to the network. */
  answered: number | null;
  /** The client went away before it had the whole answer. */
  aborted: boolean;
  /** Where a fault cut the connection. */
  cut: Cut | null;
}

/** `request`: all of it is there, nothing is done yet. One that broke off in its body is only ever `aborted`. */
export type RequestEvent = 'request' | 'worked' | 'answered' | 'aborted' | 'cut';
export type RequestListener = (request: RequestRecord) => void;

export interface Ledger {
  readonly requests: readonly RequestRecord[];
  open(request: IncomingMessage, url: URL, route: RouteName | null): RequestRecord;
  /** Notes what became known and tells the listeners. */
  note(record: RequestRecord, event: RequestEvent, news: Partial<RequestRecord>): void;
  /** @returns what takes the listener away again */
  on(event: RequestEvent, listener: RequestListener): () => void;
  /** Resolves as soon as the predicate holds; it is asked at once and at each event. */
  waitFor(holds: (requests: readonly RequestRecord[]) => boolean): Promise<readonly RequestRecord[]>;
}

export function createLedger(): Ledger {
  const requests: RequestRecord[] = [];
  const events = new EventEmitter().setMaxListeners(0);
  const connectionOf = countConnections();
  return {
    requests,
    open(request, url, route) {
      const record = newRecord(requests.length + 1, request, url, route, connectionOf(request.socket));
      requests.push(record);
      events.emit('any');
      return record;
    },
    note(record, event, news) {
      Object.assign(record, news);
      events.emit(event, record);
      events.emit('any');
    },
    on(event, listener) {
      events.on(event, listener);
      return () => events.off(event, listener);
    },
    waitFor: (holds) => waitFor(events, requests, holds),
  };
}

function waitFor(
  events: EventEmitter,
  requests: readonly RequestRecord[],
  holds: Parameters<Ledger['waitFor']>[0],
): ReturnType<Ledger['waitFor']> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(requests)) return;
      events.off('any', look);
      resolve(requests);
    };
    events.on('any', look);
    look();
  });
}

function countConnections(): (socket: Socket) => number {
  const seen = new WeakMap<Socket, number>();
  let count = 0;
  return (socket) => {
    const known = seen.get(socket) ?? ++count;
    seen.set(socket, known);
    return known;
  };
}

function newRecord(
  id: number,
  { method = '', headers }: IncomingMessage,
  url: URL,
  route: RouteName | null,
  connection: number,
): RequestRecord {
  return {
    id,
    at: Date.now(),
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    route,
    headers: {
      authorization: headers.authorization !== undefined,
      cookie: headers.cookie !== undefined,
      contentType: headers['content-type'] ?? null,
    },
    connection,
    bytes: 0,
    sha256: null,
    assetUuid: /\/assets\/([^/]+)/.exec(url.pathname)?.[1] ?? null,
    worked: false,
    answered: null,
    aborted: false,
    cut: null,
  };
}
