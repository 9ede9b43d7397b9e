import browser, { type Runtime } from 'webextension-polyfill';
import { Failure, type FailureNote, isFailureKind, noteOf, toFailure } from '../core/failure.ts';
import { isRecord } from '../core/json.ts';
import { LIMITS } from '../core/limits.ts';
import type {
  FromPage,
  FromUi,
  ToFrame,
  ToOffscreen,
  ToRegion,
  ToRings,
  ToSweep,
  ToWatcher,
  ToWord,
} from '../protocol.ts';

/** How a call travels. `foil` names it; a reply is a value or a failure, never nothing. */
interface Call {
  readonly foil: string;
  readonly args: readonly unknown[];
}

type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: FailureNote };

export type Args<Method> = Method extends (...args: infer List) => unknown ? List : never;
export type Result<Method> = Method extends (...args: never) => infer Value ? Awaited<Value> : never;

/** Asks the background for something. @throws Failure what it failed with, `no-reply` when it did not answer */
export async function ask<Name extends keyof FromUi>(
  name: Name,
  ...args: Args<FromUi[Name]>
): Promise<Result<FromUi[Name]>> {
  const call: Call = { foil: name, args };
  // The served types are the same interface: `serve` cannot be built with another.
  return unpack(await browser.runtime.sendMessage(call)) as Result<FromUi[Name]>;
}

/** All that scripts of ours in a page can be asked. */
type ToPage = ToFrame & ToWord & ToRegion & ToSweep & ToWatcher;

export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/**
 * Asks a script of ours in a page. What comes back is the page's word: parse it.
 *
 * @throws Failure `no-reply` when none is there or it does not answer in time
 */
export async function askFrame<Name extends keyof ToPage>(
  { tabId, frameId }: Frame,
  name: Name,
  ...args: Args<ToPage[Name]>
): Promise<unknown> {
  const call: Call = { foil: name, args };
  const answer = browser.tabs.sendMessage(tabId, call, { frameId }).catch((error) => {
    throw new Failure('no-reply', { cause: error });
  });
  return unpack(await Promise.race([answer, late(timeFor(name))]));
}

function timeFor(name: keyof ToPage): number {
  if (name === 'seen') return LIMITS.seenTime;
  return name === 'read' ? LIMITS.imageTime + LIMITS.pageTime : LIMITS.pageTime;
}

/** Tells a script of ours in all frames of a tab. Where there is none, nobody hears it. */
export async function tellTab(tabId: number, name: keyof ToRings): Promise<void> {
  const call: Call = { foil: name, args: [] };
  await browser.tabs.sendMessage(tabId, call).catch(() => undefined);
}

/** Asks the document that nobody sees; only pages of ours can hear it. @throws Failure `no-reply` when there is none */
export async function askOffscreen<Name extends keyof ToOffscreen>(
  name: Name,
  ...args: Args<ToOffscreen[Name]>
): Promise<Result<ToOffscreen[Name]>> {
  const call: Call = { foil: name, args };
  // The served types are the same interface.
  return unpack(await browser.runtime.sendMessage(call)) as Result<ToOffscreen[Name]>;
}

/** Answers the background, and nobody else: only contexts of ours can send here, and no other page asks for these. */
export function serveOffscreen(work: ToOffscreen): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isCall(message) || !isBackground(sender) || !has(work, message.foil)) return undefined;
    const { foil, args } = message;
    return reply(() => (work[foil] as (...list: readonly unknown[]) => unknown)(...args));
  });
}

function late(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Failure('no-reply')), ms);
  });
}

function unpack(reply: unknown): unknown {
  if (!isRecord(reply)) throw new Failure('no-reply');
  if (reply['ok'] === true) return reply['value'];
  const failure = reply['failure'];
  const kind = isRecord(failure) ? failure['kind'] : undefined;
  const fact = isRecord(failure) && typeof failure['fact'] === 'string' ? failure['fact'] : undefined;
  throw new Failure(isFailureKind(kind) ? kind : 'internal', fact === undefined ? {} : { fact });
}

/** Who called, by the browser’s word. */
export type Sender = Runtime.MessageSender;

/** A call from a page carries who sent it; its arguments are unknown until parsed. */
export type UntrustedHandlers = {
  [Name in keyof FromPage]: (args: readonly unknown[], sender: Sender) => ReturnType<FromPage[Name]>;
};

/** Answers both kinds of callers. A handler that is missing is a compile error. */
export function serve(ui: FromUi, page: UntrustedHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isCall(message)) return undefined;
    const { foil, args } = message;
    if (isOurs(sender) && has(ui, foil))
      return reply(() => (ui[foil] as (...list: readonly unknown[]) => unknown)(...args));
    if (has(page, foil)) return reply(() => page[foil](args, sender));
    return undefined;
  });
}

function isCall(message: unknown): message is Call {
  return isRecord(message) && typeof message['foil'] === 'string' && Array.isArray(message['args']);
}

function has<Handlers extends object>(handlers: Handlers, name: PropertyKey): name is keyof Handlers {
  return Object.hasOwn(handlers, name);
}

/** Only pages of our own origin may change things; "has no tab" would not do, since Options opens in one. */
function isOurs({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL(''));
}

/** A content script has a tab. */
function isBackground(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.tab === undefined;
}

async function reply(work: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: noteOf(toFailure(error)) };
  }
}
