import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { trace } from '../test/e2e/harness/trace.ts';
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
  const events = await trace(cdp, async () => {
    for (let load = 0; load < LOADS; load++) await page.goto(`${site.origin}/demo.html?${load}`);
  });
  return events
    .filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.includes('watcher.iife'))
    .map(({ dur = 0 }) => dur / 1_000);
}
