import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { CDPSession } from 'playwright-core';
import { CHROMIUM, type Session } from '../test/e2e/session.ts';
import { type Figure, percentile, within } from './figure.ts';

const WATCHER = 'src/content/watcher.iife.js';
const LOADS = 30;

/** What runs in every page once access was given: its bytes, and the time to run it. Before, nothing does. */
export async function benchPageWeight(session: Session): Promise<Figure[]> {
  const manifest = JSON.parse(readFileSync(`${CHROMIUM}/manifest.json`, 'utf8'));
  const before = (manifest.content_scripts ?? []).length;
  const bytes = gzipSync(readFileSync(`${CHROMIUM}/${WATCHER}`), { level: 9 }).length;
  const times = await runTimes(session);
  return [
    within('page weight before consent', before, 0, 'scripts'),
    within('page weight, gzipped', bytes, 4096, 'B'),
    // The median: what other programs do on a busy machine lands in the tail.
    within('page weight, time to run', percentile(times, 0.5), 1, 'ms'),
  ];
}

/** Reads from the browser's own trace how long evaluating our script took, load by load. */
async function runTimes({ page, browser, site }: Session): Promise<number[]> {
  const cdp = await browser.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('no session with the browser');
  await cdp.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
  });
  for (let load = 0; load < LOADS; load++) await page.goto(`${site.origin}/demo.html?${load}`);
  const trace = await endTrace(cdp);
  return trace.traceEvents
    .filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.includes('watcher.iife'))
    .map(({ dur = 0 }) => dur / 1_000);
}

interface Trace {
  readonly traceEvents: { name: string; dur?: number; args?: { data?: { url?: string } } }[];
}

async function endTrace(cdp: CDPSession): Promise<Trace> {
  const complete = new Promise<string>((resolve) => {
    cdp.once('Tracing.tracingComplete', ({ stream = '' }) => resolve(stream));
  });
  await cdp.send('Tracing.end');
  const handle = await complete;
  let text = '';
  for (let eof = false; !eof; ) {
    const part = await cdp.send('IO.read', { handle });
    text += part.base64Encoded ? Buffer.from(part.data, 'base64').toString('utf8') : part.data;
    eof = part.eof;
  }
  return JSON.parse(text);
}
