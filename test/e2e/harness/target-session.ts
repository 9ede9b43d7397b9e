import type { CDPSession } from 'playwright-core';

/** A protocol session with one target, such as a service worker, to which Playwright itself gives no session. */
export interface TargetSession {
  send(method: string, params?: object): Promise<unknown>;
  /** Listens to an event; a second listener for the same event takes the place of the first. */
  on(method: string, listen: () => void): void;
}

interface Message {
  id?: number;
  method?: string;
  result?: unknown;
  error?: { message: string };
}

/**
 * Attaches to a target through Playwright's own connection. The session is not a flat one: Playwright drops the
 * messages of flat sessions that it did not open, while these come wrapped in events of `cdp`.
 */
export async function attach(cdp: CDPSession, targetId: string): Promise<TargetSession> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const answers = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, () => void>();
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Message;
    if (message.id !== undefined) answers.get(message.id)?.(message);
    else listeners.get(message.method ?? '')?.();
  });
  const send = async (method: string, params: object = {}) => {
    const id = answers.size + 1;
    const answer = new Promise((resolve, reject) => {
      answers.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
    });
    await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    return answer;
  };
  return { send, on: (method, listen) => void listeners.set(method, listen) };
}
