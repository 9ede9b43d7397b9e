import type { CDPSession } from 'playwright-core';

export interface TraceEvent {
  readonly name: string;
  /** In µs: from begin to end, and of the thread's own time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** What Chromium itself notes of what its pages do, while `work` runs. `cdp` is a session with the browser. */
export async function trace(cdp: CDPSession, work: () => Promise<unknown>): Promise<readonly TraceEvent[]> {
  await cdp.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
  });
  await work();
  const complete = new Promise<string>((resolve) => {
    cdp.once('Tracing.tracingComplete', ({ stream = '' }) => resolve(stream));
  });
  await cdp.send('Tracing.end');
  return JSON.parse(await read(cdp, await complete)).traceEvents;
}

/** Ms of its own time that the thread of a page gave to each call into a script: other programs do not weigh on it. */
export function timesOf(events: readonly TraceEvent[], script: RegExp): number[] {
  const calls = events.filter(({ args }) => script.test(args?.data?.url ?? ''));
  return calls.map(({ tdur, dur = 0 }) => (tdur ?? dur) / 1_000);
}

async function read(cdp: CDPSession, handle: string): Promise<string> {
  let text = '';
  for (let eof = false; !eof; ) {
    const part = await cdp.send('IO.read', { handle });
    text += part.base64Encoded ? Buffer.from(part.data, 'base64').toString('utf8') : part.data;
    eof = part.eof;
  }
  return text;
}
