import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClosing, ServerClosed } from './eyepop/closing.ts';
import { serveExchange } from './eyepop/exchange.ts';
import type { EyePopOptions } from './eyepop/options.ts';
import { type EyePopServer, handleOf } from './eyepop/server-handle.ts';
import { createWorld, type World } from './eyepop/world.ts';

export { HUGE_BYTES } from './eyepop/fault-answer.ts';
export type { Cut, FaultSpec } from './eyepop/fault-spec.ts';
export type { EyePopOptions } from './eyepop/options.ts';
export type { RouteName } from './eyepop/route-name.ts';
export type { EyePopServer } from './eyepop/server-handle.ts';
export type { Training } from './eyepop/training.ts';
export type { StoredAsset } from './eyepop/wire.ts';

/**
 * A strict stand-in of EyePop's data API (EYEPOP.md) on a free port of this machine. It forgives nothing, repeats
 * nothing away, and goes wrong on demand: `server.fault(…)`.
 */
export async function startEyePop(options: EyePopOptions = {}): Promise<EyePopServer> {
  const closing = createClosing();
  const world = createWorld(options, closing.closed);
  const server = createHttpServer(world);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return handleOf(world, `http://127.0.0.1:${port}`, async () => {
    closing.close();
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  });
}

/** Without any time limit of its own: connections stay open, answers may take minutes, uploads too. */
function createHttpServer(world: World): Server {
  const limits = { keepAliveTimeout: 3_600_000, requestTimeout: 0, headersTimeout: 0 };
  return createServer(limits, (request, response) => {
    serveExchange(world, request, response).catch((error: unknown) => {
      if (error instanceof ServerClosed) return response.destroy();
      // A fault of the stand-in itself: a test that meets it should fail loudly.
      console.error(error);
      return response.writeHead(500).end(String(error));
    });
  });
}
