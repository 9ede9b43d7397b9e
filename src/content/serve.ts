import type { FailureKind } from '../core/failure.ts';
import { share } from './world.ts';

/** What a script in a page can fail with: the only part of core's failures that it knows, to stay small. */
export class PageFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind) {
    super(kind);
    this.kind = kind;
  }
}

/** Handlers take what our own background sends; no page can send here, since the manifest lets none. */
type Handlers = Readonly<Record<string, (...args: never[]) => unknown>>;

/**
 * Answers the background's calls until `signal` ends. A newer script of the same name (an update, a second injection)
 * ends an older one through the isolated world's own globals, which no page sees.
 */
export function serveAs(name: string, handlers: (signal: AbortSignal) => Handlers): void {
  const serving = share<AbortController>(name);
  serving.get()?.abort();
  const controller = new AbortController();
  serving.set(controller);
  const answers = handlers(controller.signal);
  const listener = (message: unknown, _sender: unknown, send: (reply: unknown) => void) => {
    const { foil, args } = (message ?? {}) as { foil?: string; args?: never[] };
    const answer = foil !== undefined && Object.hasOwn(answers, foil) ? answers[foil] : undefined;
    if (!answer) return false;
    void reply(() => answer(...(args ?? []))).then(send);
    return true;
  };
  chrome.runtime.onMessage.addListener(listener);
  controller.signal.addEventListener('abort', () => chrome.runtime?.onMessage?.removeListener(listener));
}

async function reply(work: () => unknown): Promise<unknown> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: { kind: error instanceof PageFailure ? error.kind : 'image-unreachable' } };
  }
}
