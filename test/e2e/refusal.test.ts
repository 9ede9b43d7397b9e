import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { type Site, startSite } from '../servers/site.ts';
import { rows } from './foil.ts';
import { type Chromium, launchChromium } from './harness/chromium.ts';
import { answerPermissionPrompt, isPermissionPromptOpen, rightClickAndChoose } from './harness/chromium-menu.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { until } from './harness/until.ts';
import { awaitWelcome, CHROMIUM } from './session.ts';
import { awaitWord, pressUndo } from './word.ts';

/** Show 1: refusing the prompt works too. And Undo, by mouse. */

let display: Display;
let browser: Chromium;
let site: Site;

beforeAll(async () => {
  [display, site] = await Promise.all([startDisplay(), startSite()]);
  browser = await launchChromium({ extension: CHROMIUM, display });
  await awaitWelcome(browser);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([display?.stop(), site?.close()]);
});

const captures = async () => rows(await browser.worker(), 'captures');

test('installation warns of nothing', async () => {
  const worker = await browser.worker();
  const warnings = await worker.evaluate(() =>
    chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest())),
  );
  expect(warnings).toEqual([]);
});

test('refused: what the tab itself allows is still captured, of the rest a screenshot, nobody is asked twice', async () => {
  const page = await browser.context.newPage();
  site.route('/two.html', (_request, response) => {
    const there = `http://images.test:${site.port}/photos/espresso.jpg`;
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(
      `<img id="here" src="/photos/kitten-planks.jpg" width="300"><img id="there" src="${there}" width="300">`,
    );
  });
  await page.goto(`${site.origin}/two.html`);
  await page.bringToFront();

  await rightClickAndChoose(display, page, '#here', { item: 1 });
  await answerPermissionPrompt(display, 'deny');
  await awaitWord(page, messages.saved_positive.message);
  expect(await captures()).toMatchObject([{ tag: 'positive', removed: false, provenance: { way: 'frame' } }]);

  await rightClickAndChoose(display, page, '#there', { item: 3 });
  await awaitWord(page, messages.form_screenshot_without_access.message);
  expect(await isPermissionPromptOpen(display)).toBe(false);
  const [, there] = await captures();
  expect(there).toMatchObject({ image: { width: 300, height: 200 }, provenance: { way: 'screenshot' } });
  await pressUndo(page);
  await awaitWord(page, messages.taken_back.message);

  await rightClickAndChoose(display, page, '#here', { item: 3 });
  await awaitWord(page, messages.saved_distractor.message);
  expect((await captures())[0]).toMatchObject({ tag: 'distractor' });
  await pressUndo(page);
  await awaitWord(page, messages.as_before.message);
  expect((await captures())[0]).toMatchObject({ tag: 'positive' });
});

test('“Allow Foil on all sites” asks again, and then the other host’s image comes too', async () => {
  const [page] = browser.context.pages().filter((open) => open.url().endsWith('two.html'));
  if (!page) throw new Error('the page is gone');
  await rightClickAndChoose(display, page, '#there', { item: 7 });
  await answerPermissionPrompt(display, 'allow');
  const worker = await browser.worker();
  await until(
    'the script is registered',
    async () => (await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).length === 1,
  );
  await rightClickAndChoose(display, page, '#there', { item: 3 });
  await awaitWord(page, messages.saved_distractor.message);
  const last = (await captures()).at(-1);
  expect(last).toMatchObject({ tag: 'distractor', provenance: { way: 'background' } });
  await pressUndo(page);
  await awaitWord(page, messages.taken_back.message);
  expect((await captures()).filter(({ removed }) => !removed)).toHaveLength(1);
});
