import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that nobody has configured, and that remembers who came. */
export interface Stranger {
  readonly origin: string;
  readonly heard: readonly string[];
  close(): Promise<void>;
}

export async function startStranger(): Promise<Stranger> {
  const heard: string[] = [];
  const server = createServer(({ method, url }, response) => {
    heard.push(`${method} ${url}`);
    // What a thief would answer.
    response.setHeader('content-type', 'application/json').end('{"access_token": "stolen", "uuid": "stolen"}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    heard,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** An origin where nobody listens (any more). */
export async function deadOrigin(): Promise<string> {
  const stranger = await startStranger();
  await stranger.close();
  return stranger.origin;
}
