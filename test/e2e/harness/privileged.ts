import type { Browser } from 'puppeteer-core';

/** Runs code with the rights of Firefox itself, in its first window: `gBrowser`, `Services` and all that is there. */
export interface Privileged {
  /**
   * @param code a function's source, which may be async; it gets `args`, and what it returns must survive JSON
   * @throws with the message of what it threw
   */
  run<T>(code: string, ...args: unknown[]): Promise<T>;
}

/** What the protocol's answers have of what is read here. */
interface Tree {
  contexts: { context: string }[];
}
interface Outcome {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Puppeteer's own connection; not in its public types, but there since it speaks BiDi. */
export function connectionOf(browser: Browser): Connection {
  return (browser as unknown as { connection: Connection }).connection;
}

/** Needs Firefox to be started with `--remote-allow-system-access`. */
export async function privileged(browser: Browser): Promise<Privileged> {
  const connection = connectionOf(browser);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = (tree.result as Tree).contexts[0]?.context;
  const run = async <T>(code: string, ...args: unknown[]): Promise<T> => {
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify({ value: await (${code})(...JSON.parse(args)) })`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context: window },
      awaitPromise: true,
    });
    const { exceptionDetails, result } = answer.result as Outcome;
    if (exceptionDetails) throw new Error(`in Firefox: ${exceptionDetails.text}`);
    return (JSON.parse(result?.value ?? '{}') as { value: T }).value;
  };
  return { run };
}
