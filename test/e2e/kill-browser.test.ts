import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TAGS } from '../../src/core/tag.ts';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { askFoil, rows } from './foil.ts';
import { launchChromium } from './harness/chromium.ts';
import { until } from './harness/until.ts';
import { addProject, CHROMIUM, capturesOf, type Session, sendToEyePop, startSession, tagImage } from './session.ts';

/** Show 3: the whole browser is killed in the middle of a sync, and goes on by itself after its next start. */

const profile = mkdtempSync(join(tmpdir(), 'foil-kept-'));
let eyepop: EyePopServer;

beforeAll(async () => {
  eyepop = await startEyePop({ datasets: ['before', 'after', 'annotate'].map((name) => ({ name, labels: ['cat'] })) });
});

afterAll(async () => {
  await eyepop?.close();
  rmSync(profile, { recursive: true, force: true });
});

const PICTURES = { positive: '#positive-2', 'context-negative': '#negative-1', distractor: '#distractor-1' };

/** Chromium writes a granted permission to the profile some seconds later; closing it in peace writes it at once. */
async function startKeptSession(folder: string): Promise<Session> {
  const session = await startSession({ profile: folder });
  const url = session.page.url();
  await session.browser.close();
  const browser = await launchChromium({ extension: CHROMIUM, display: session.display, profile: folder });
  const page = await browser.context.newPage();
  await page.goto(url);
  return { ...session, browser, page, foil: await browser.openPage('src/options/index.html') };
}

test.each([
  [0, 'before the upload arrived', { path: 'upload', hold: 'before' }],
  [1, 'after the upload, before its answer', { path: 'upload', hold: 'after' }],
  [2, 'after the annotation, before its answer', { path: 'annotate', hold: 'after' }],
] as const)('%s killed %s', async (index, _when, fault) => {
  const folder = join(profile, String(index));
  const session = await startKeptSession(folder);
  const project = await addProject(session, 'killed');
  for (const tag of TAGS) await tagImage(session, PICTURES[tag], tag, project);
  await until('three captures', async () => (await capturesOf(session, project)).length === 3);
  const dataset = await sendToEyePop(session, project, eyepop, index);
  const stop = eyepop.fault(fault);
  await askFoil(session.foil, 'sendAll', project.id);
  await stop.held;
  await session.browser.killBrowser();
  stop.release();

  const again = await launchChromium({ extension: CHROMIUM, display: session.display, profile: folder });
  const worker = await again.worker();
  await until(
    'the queue is empty',
    async () => {
      const drain = (await rows(worker, 'drains')).find((row) => row.project === project.id);
      return drain?.finishedAt !== undefined && !drain.owesSurvey;
    },
    30_000,
  );
  const { labelledEmpty, waitingForLabels } = eyepop.training(dataset);
  expect([labelledEmpty.length, waitingForLabels.length, eyepop.assets(dataset).length]).toEqual([2, 1, 3]);
  const captures = (await rows(worker, 'captures')).filter((capture) => capture.project === project.id);
  expect(captures.map(({ sync }) => sync.receipt?.tag)).toHaveLength(3);
  await again.close();
  await session.display.stop();
  await session.site.close();
});
