import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { serveHardCases } from '../servers/hard-cases/serve.ts';
import { rows } from './foil.ts';
import { chromiumDriver } from './hard-cases/chromium-driver.ts';
import type { Driver } from './hard-cases/driver.ts';
import { idsOf, judge, judgeOpen, judgeOutcome } from './hard-cases/judge.ts';
import { startReport } from './hard-cases/report.ts';
import { nameOf } from './hard-cases/row.ts';
import { NEVER_ANSWERED, OPEN_BEFORE, PROTECTED } from './hard-cases/rows/apart.ts';
import { ROWS } from './hard-cases/rows/index.ts';
import { until } from './harness/until.ts';
import { type Session, startSession } from './session.ts';
import { readWord } from './word.ts';

/** Shows 1 and 2 of "any image on the web": every hard case, with the browser's own menu and real keys. */

let session: Session;
let driver: Driver;
/** What is said in a tab whose image never comes. */
let late: Promise<string>;
const report = startReport('chromium');

beforeAll(async () => {
  session = await startSession();
  serveHardCases(session.site);
  const waiting = await session.browser.context.newPage();
  const patient = await chromiumDriver(session, waiting);
  await patient.open(NEVER_ANSWERED);
  await patient.point(NEVER_ANSWERED);
  // The driver makes every tab believe that it is looked at: its word does not wait.
  late = until('the late word', () => readWord(waiting), 60_000).catch(() => '');
  driver = await chromiumDriver(session);
});

afterAll(async () => {
  report.print();
  await session?.close();
});

test.each(ROWS.map((row) => [nameOf(row), row] as const))('%s', (_name, row) => judge(driver, row, report));

test.each(OPEN_BEFORE.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
  const { browser } = session;
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.permissions.remove({ origins: ['<all_urls>'] }));
  await until('no script', async () => (await worker.evaluate(scriptsEverywhere)) === 0);
  const tab = await chromiumDriver(session, await browser.context.newPage());
  await tab.open(row);
  // What was given once is given again without a prompt.
  await judgeOpen(tab, row, report);
  await until('the script', async () => (await worker.evaluate(scriptsEverywhere)) > 0);
});

async function scriptsEverywhere(): Promise<number> {
  return (await chrome.scripting.getRegisteredContentScripts()).length;
}

test(nameOf(PROTECTED), async () => {
  await session.page.goto('chrome://version');
  await session.page.bringToFront();
  const before = await idsOf(session.foil);
  await session.display.key('alt+shift+1');
  const popup = await session.browser.openPage('src/popup/index.html');
  const readPopup = async () => (await popup.locator('body').textContent()) ?? '';
  await popup.getByText(messages.failure_page_protected.message).waitFor();
  await judgeOutcome({ ...driver, readWord: readPopup }, PROTECTED, { before, report });
});

test(nameOf(NEVER_ANSWERED), async () => {
  await judgeOutcome({ ...driver, readWord: () => late }, NEVER_ANSWERED, {
    before: await idsOf(session.foil),
    report,
  });
});

test('no wrong image, no silence, and nothing that nobody asked for', async () => {
  expect([report.count('wrong'), report.count('silent')]).toEqual([0, 0]);
  // The first is the session's own.
  expect(await rows(session.foil, 'captures')).toHaveLength(1 + report.count('right'));
});
