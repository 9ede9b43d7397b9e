import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, Refusal, refusalAnswer } from './answer.ts';
import { type ReceivedBody, readBody } from './body.ts';
import type { Call } from './call.ts';
import { faultAnswer } from './fault-answer.ts';
import type { Cut, FaultSpec } from './fault-spec.ts';
import type { ActiveFault } from './faults.ts';
import type { RequestRecord } from './ledger.ts';
import { type Found, findRoute } from './routes.ts';
import { send, sendHalf } from './send.ts';
import type { World } from './world.ts';

interface Exchange {
  readonly world: World;
  readonly found: Found;
  readonly call: Call;
  readonly response: ServerResponse;
}

/**
 * One request from its head to the end of its answer, or to where a fault cuts it.
 * @throws ServerClosed when the server closed meanwhile
 */
export async function serveExchange(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? '/';
  const url = new URL(target, `http://${request.headers.host}`);
  const found = findRoute(request.method ?? '', url.pathname);
  const record = world.ledger.open(request, url, found.route?.name ?? null);
  followEnd(world, record, response);
  response.shouldKeepAlive &&= world.settings.connection === 'keep-alive';
  const body = await readBody(request, world.settings.maxBytes);
  if (body === null) return;
  world.ledger.note(record, 'request', { bytes: body.length, sha256: body.sha256 });
  const call = newCall({ world, record, uuid: found.uuid }, request, url, body);
  await perform({ world, found, call, response }, world.faults.take(record, target));
}

/** Notes how the exchange ended. */
function followEnd({ ledger }: World, record: RequestRecord, response: ServerResponse): void {
  response.once('finish', () => ledger.note(record, 'answered', { answered: response.statusCode }));
  response.once('close', () => {
    if (!response.writableFinished && record.cut === null) ledger.note(record, 'aborted', { aborted: true });
  });
}

function newCall(
  known: Pick<Call, 'world' | 'record' | 'uuid'>,
  { headers }: IncomingMessage,
  url: URL,
  { bytes, tooLarge }: ReceivedBody,
): Call {
  return {
    ...known,
    origin: url.origin,
    query: url.searchParams,
    contentType: headers['content-type'] ?? '',
    authorization: headers.authorization ?? '',
    body: bytes,
    tooLarge,
  };
}

async function perform(exchange: Exchange, fault: ActiveFault | null): Promise<void> {
  const spec: FaultSpec = fault?.spec ?? {};
  await hold(exchange, fault, 'before');
  if (spec.cut === 'before') return cut(exchange, 'before');
  const replaced = faultAnswer(spec);
  const own = replaced === null || spec.work ? work(exchange) : null;
  await hold(exchange, fault, 'after');
  if (spec.delayMs) await orClosed(exchange, pause(spec.delayMs, undefined, { ref: false }));
  if (spec.cut === 'after') return cut(exchange, 'after');
  answer(exchange, replaced ?? own ?? { status: 500 }, spec);
}

async function hold(exchange: Exchange, fault: ActiveFault | null, when: FaultSpec['hold']): Promise<void> {
  if (fault === null || fault.spec.hold !== when) return;
  fault.markHeld(exchange.call.record);
  await orClosed(exchange, fault.released);
}

function orClosed({ world }: Exchange, waiting: Promise<void>): Promise<void> {
  return Promise.race([waiting, world.closed]);
}

function work({ world, found, call }: Exchange): Answer {
  if (found.route === null) return found.isKnownPath ? { status: 405 } : { status: 404, text: 'no such address' };
  try {
    const answer = found.route.handle(call);
    world.ledger.note(call.record, 'worked', { worked: true });
    return answer;
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}

function answer(exchange: Exchange, answer: Answer, spec: FaultSpec): void {
  if (spec.cut === 'mid-answer') sendHalf(exchange.response, answer, () => cut(exchange, 'mid-answer'));
  else send(exchange.response, answer);
}

function cut({ world, call, response }: Exchange, where: Cut): void {
  world.ledger.note(call.record, 'cut', { cut: where });
  response.destroy();
}
