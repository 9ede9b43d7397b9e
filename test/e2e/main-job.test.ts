import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { type Site, startSite } from '../servers/site.ts';
import { askFoil, rows } from './foil.ts';
import { type Chromium, launchChromium } from './harness/chromium.ts';
import { answerPermissionPrompt, rightClickAndChoose } from './harness/chromium-menu.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { until } from './harness/until.ts';
import { awaitWelcome, CHROMIUM } from './session.ts';

/** Show 1 of the main job: the native menu and the native prompt, by mouse and keyboard. */

let display: Display;
let browser: Chromium;
let site: Site;
let eyepop: EyePopServer;

beforeAll(async () => {
  [display, site, eyepop] = await Promise.all([
    startDisplay(),
    startSite(),
    startEyePop({ datasets: [{ name: 'Cats', labels: ['cat'] }] }),
  ]);
  browser = await launchChromium({ extension: CHROMIUM, display });
  await awaitWelcome(browser);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([display?.stop(), site?.close(), eyepop?.close()]);
});

const sha256 = (file: string) =>
  createHash('sha256')
    .update(readFileSync(`test/site/photos/${file}`))
    .digest('hex');

test('three images, tagged by right click, count in the dataset', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${site.origin}/demo.html`);
  await page.bringToFront();
  const chosen = rightClickAndChoose(display, page, '#positive-2', { item: 1 });
  await chosen;
  await answerPermissionPrompt(display, 'allow');
  const worker = await browser.worker();
  await until('the first capture', async () => (await rows(worker, 'captures')).length === 1);
  await rightClickAndChoose(display, page, '#negative-1', { item: 2 });
  await until('the second capture', async () => (await rows(worker, 'captures')).length === 2);
  await rightClickAndChoose(display, page, '#distractor-1', { item: 3 });
  await until('the third capture', async () => (await rows(worker, 'captures')).length === 3);

  const captures = await rows(worker, 'captures');
  expect(captures.map(({ tag, sha256: hash }) => [tag, hash])).toEqual([
    ['positive', sha256('kitten-planks.jpg')],
    ['context-negative', sha256('espresso.jpg')],
    ['distractor', sha256('red-panda.jpg')],
  ]);
  expect(await rows(worker, 'intents')).toEqual([]);

  const options = await browser.openPage('src/options/index.html');
  const [project] = await rows(worker, 'projects');
  const [dataset] = eyepop.datasets;
  if (!project || !dataset) throw new Error('no project or dataset');
  const destination = { id: 'eyepop', options: { base: eyepop.origin, dataset: dataset.uuid } };
  await askFoil(options, 'saveProject', {
    id: project.id,
    name: 'Cats',
    target: 'cat',
    destination,
    secret: eyepop.apiKey,
  });
  expect(await askFoil(options, 'unsent', project.id)).toBe(3);
  await askFoil(options, 'sendAll', project.id);
  await until('everything is synced', async () => (await rows(worker, 'drains')).some(({ finishedAt }) => finishedAt));
  const training = eyepop.training(dataset.uuid);
  expect(training.labelledEmpty.map(({ sha256: hash }) => hash).sort()).toEqual(
    [sha256('espresso.jpg'), sha256('red-panda.jpg')].sort(),
  );
  expect(training.waitingForLabels.map(({ sha256: hash }) => hash)).toEqual([sha256('kitten-planks.jpg')]);
});
