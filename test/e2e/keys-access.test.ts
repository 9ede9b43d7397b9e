import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, startSite } from '../servers/site.ts';
import { rows } from './foil.ts';
import { type Chromium, launchChromium } from './harness/chromium.ts';
import { answerPermissionPrompt, isPermissionPromptOpen } from './harness/chromium-menu.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { pointAt } from './harness/hand.ts';
import { until } from './harness/until.ts';
import { awaitWelcome, CHROMIUM } from './session.ts';

/** Keys while access is missing. A key says nothing of a refusal, and a background that was just woken cannot know of one in time. */

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

test('it asks, it is refused, and does not ask again: images of the page itself come all the same', async () => {
  const page = await browser.context.newPage();
  const foil = await browser.openPage('src/options/index.html');
  const captured = (count: number) =>
    until(`${count} captures`, async () => (await rows(foil, 'captures')).length === count);
  await page.goto(`${site.origin}/demo.html`);
  await page.bringToFront();
  await pointAt(display, page, '#positive-1');
  await display.key('alt+shift+1');
  await answerPermissionPrompt(display, 'deny');
  await captured(1);

  await browser.killWorker();
  await pointAt(display, page, '#positive-2');
  await display.key('alt+shift+1');
  await captured(2);
  expect(await isPermissionPromptOpen(display)).toBe(false);
  expect((await rows(foil, 'captures')).map(({ provenance }) => provenance.way)).toEqual(['frame', 'frame']);
});
