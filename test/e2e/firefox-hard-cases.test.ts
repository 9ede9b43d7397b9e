import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { serveHardCases } from '../servers/hard-cases/serve.ts';
import { FIRST_PROJECT, type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitWord, readWord } from './firefox-word.ts';
import { rows } from './foil.ts';
import type { Driver } from './hard-cases/driver.ts';
import { firefoxDriver } from './hard-cases/firefox-driver.ts';
import { idsOf, judge, judgeOpen, judgeOutcome } from './hard-cases/judge.ts';
import { startReport } from './hard-cases/report.ts';
import { nameOf } from './hard-cases/row.ts';
import { NEVER_ANSWERED, OPEN_BEFORE, PROTECTED } from './hard-cases/rows/apart.ts';
import { ROWS } from './hard-cases/rows/index.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { until } from './harness/until.ts';

/** Shows 1 and 2 of "any image on the web": every hard case, in Firefox’s own menu, and by its keys. */

let display: Display;
let session: FirefoxSession;
let driver: Driver;
/** A tab whose image never comes. */
let waiting: Page;
const report = startReport('firefox');

beforeAll(async () => {
  display = await startDisplay();
  session = await startFirefoxSession({ display });
  // Access is given with the first click in the menu.
  await tagInFirefox(session, '#positive-1', 'positive', FIRST_PROJECT);
  await awaitWord(session.page, messages.saved_positive.message);
  serveHardCases(session.site);
  waiting = await session.firefox.browser.newPage();
  const patient = await firefoxDriver({ ...session, display }, waiting);
  await patient.open(NEVER_ANSWERED);
  await patient.point(NEVER_ANSWERED);
  driver = await firefoxDriver({ ...session, display });
});

afterAll(async () => {
  report.print();
  await session?.close();
  await display?.stop();
});

test.each(ROWS.map((row) => [nameOf(row), row] as const))('%s', (_name, row) => judge(driver, row, report));

test.each(OPEN_BEFORE.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
  const { foil, firefox } = session;
  await foil.evaluate(withdrawAccess);
  await until('no script', async () => (await foil.evaluate(scriptsEverywhere)) === 0);
  const tab = await firefoxDriver({ ...session, display }, await firefox.browser.newPage());
  await tab.open(row);
  await judgeOpen(tab, row, report);
  await until('the script', async () => (await foil.evaluate(scriptsEverywhere)) > 0);
});

declare const browser: {
  readonly permissions: { remove(what: { origins: string[] }): Promise<boolean> };
  readonly scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
};

const withdrawAccess = () => browser.permissions.remove({ origins: ['<all_urls>'] });

const scriptsEverywhere = async () => (await browser.scripting.getRegisteredContentScripts()).length;

const OPEN_ABOUT = `() => {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab('about:support', { triggeringPrincipal });
  return new Promise((resolve) => gBrowser.selectedBrowser.addEventListener('pageshow', resolve, { once: true }));
}`;

test(nameOf(PROTECTED), async () => {
  await session.firefox.inFirefox.run(OPEN_ABOUT);
  const before = await idsOf(session.foil);
  await display.key('alt+shift+1');
  const popup = await session.firefox.openPage('src/popup/index.html');
  const readPopup = () => popup.evaluate(() => document.body.textContent);
  await until('the notice', async () => (await readPopup()).includes(messages.failure_page_protected.message));
  await judgeOutcome({ ...driver, readWord: readPopup }, PROTECTED, { before, report });
});

test(nameOf(NEVER_ANSWERED), async () => {
  await waiting.bringToFront();
  await judgeOutcome({ ...driver, readWord: () => readWord(waiting) }, NEVER_ANSWERED, {
    before: await idsOf(session.foil),
    report,
  });
});

test('no wrong image, no silence, and nothing that nobody asked for', async () => {
  expect([report.count('wrong'), report.count('silent')]).toEqual([0, 0]);
  // The first gave access.
  expect(await rows(session.foil, 'captures')).toHaveLength(1 + report.count('right'));
});
