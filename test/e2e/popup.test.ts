import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { button, hasFocus, region, say, tabTo, text } from './controls.ts';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import { tagEach } from './tag-each.ts';

/** The pop-up, opened as a tab: counts, pictures, and what is done to single captures with the mouse and with keys. */

let session: Session;
let project: Project;
let popup: Page;
let made = 0;

beforeAll(async () => {
  session = await startSession();
});

beforeEach(async () => {
  await popup?.close();
  project = await addProject(session, `Popup ${made++}`);
  await tagEach(session, project);
  popup = await session.browser.openPage('src/popup/index.html');
  await popup.bringToFront();
});

afterAll(() => session?.close());

/** The row of a capture, by what the page said the picture shows. */
function row(part: string): Locator {
  return region(popup, 'popup_latest').getByRole('listitem').filter({ hasText: part });
}

const KITTEN = 'A ginger kitten';
const ESPRESSO = 'A red cup of espresso';
const PANDA = 'A red panda';

/** Of each tag, as they stand there. */
async function counts(): Promise<string> {
  const items = popup.getByRole('list', { name: say('popup_counts') }).getByRole('listitem');
  return (await items.allInnerTexts()).map((item) => /(\d+)\s*\//.exec(item)?.[1]).join(' ');
}

const awaitCounts = (expected: string) => until(`the counts ${expected}`, async () => (await counts()) === expected);

async function tagsOf(): Promise<string[]> {
  return (await capturesOf(session, project)).map(({ tag, removed }) => (removed ? `-${tag}` : tag));
}

const pressedIn = async (within: Locator) =>
  within.getByRole('button', { pressed: true }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

test('shows how many there are, and the newest first with their pictures', async () => {
  await awaitCounts('1 1 1');
  const latest = region(popup, 'popup_latest').getByRole('listitem');
  const titles = (await latest.allInnerTexts()).map((item) => item.split('\n')[0]);
  expect(titles.map((title) => [PANDA, ESPRESSO, KITTEN].find((part) => title?.startsWith(part)))).toEqual([
    PANDA,
    ESPRESSO,
    KITTEN,
  ]);
  const widths = () =>
    latest.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  await until('three pictures', async () => (await widths()).filter((width) => width > 0).length === 3);
  expect(await rows(session.foil, 'thumbnails')).not.toHaveLength(0);
  await text(popup, 'popup_kept_here').waitFor();
});

test('re-tags with the mouse: the button, the counts and the capture follow', async () => {
  await awaitCounts('1 1 1');
  expect(await pressedIn(row(ESPRESSO))).toEqual([say('tag_context_negative')]);
  await button(row(ESPRESSO), 'tag_distractor').click();
  await awaitCounts('1 0 2');
  expect(await pressedIn(row(ESPRESSO))).toEqual([say('tag_distractor')]);
  expect(await tagsOf()).toEqual(['positive', 'distractor', 'distractor']);
  await popup
    .getByRole('status', { name: say('popup_news') })
    .getByText(say('popup_now', 'Distractor'))
    .waitFor();
});

test('re-tags with 1, 2 and 3, goes from row to row with the arrows', async () => {
  const main = (part: string) => row(part).getByRole('button').first();
  await tabTo(popup, main(PANDA));
  await popup.keyboard.press('1');
  await awaitCounts('2 1 0');
  await popup.keyboard.press('ArrowDown');
  expect(await hasFocus(main(ESPRESSO))).toBe(true);
  await popup.keyboard.press('3');
  await awaitCounts('2 0 1');
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('2');
  await awaitCounts('1 1 1');
  expect(await tagsOf()).toEqual(['context-negative', 'distractor', 'positive']);
});

test('takes back with the mouse, and puts back', async () => {
  await awaitCounts('1 1 1');
  await button(row(PANDA), 'popup_take_back').click();
  await awaitCounts('1 1 0');
  expect(await tagsOf()).toEqual(['positive', 'context-negative', '-distractor']);
  await row(PANDA).getByText(say('taken_back')).waitFor();
  await row(PANDA).getByText(say('popup_put_back')).click();
  await awaitCounts('1 1 1');
  expect(await tagsOf()).toEqual(['positive', 'context-negative', 'distractor']);
});

test('takes back with Delete; the focus stays, and Enter puts back', async () => {
  await tabTo(popup, row(PANDA).getByRole('button').first());
  await popup.keyboard.press('Delete');
  await awaitCounts('1 1 0');
  expect(await hasFocus(row(PANDA).getByRole('button'))).toBe(true);
  await popup.keyboard.press('Enter');
  await awaitCounts('1 1 1');
  await button(row(PANDA), 'popup_take_back').waitFor();
});

test('leads to the page a picture is from, to the export, and to another project', async () => {
  const { context } = session.browser;
  const [source] = await Promise.all([context.waitForEvent('page'), row(KITTEN).getByRole('button').first().click()]);
  await source.waitForURL(session.page.url());
  await source.close();
  await popup.bringToFront();
  await popup.getByRole('combobox', { name: say('popup_project') }).selectOption({ label: 'Popup 0' });
  await until('the other project', async () => (await counts()) !== '1 1 1' || (await row(KITTEN).count()) === 1);
  const [exported] = await Promise.all([context.waitForEvent('page'), button(popup, 'popup_export').click()]);
  await exported.getByRole('heading', { level: 1, name: 'Popup 0' }).waitFor();
  await exported.close();
});

test('what no page could say stands here until it is dismissed', async () => {
  const value = (kept?: object) =>
    session.foil.evaluate(
      (notice) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('foil');
          opening.onsuccess = () => {
            const values = opening.result.transaction('values', 'readwrite').objectStore('values');
            const asking = notice ? values.put(notice, 'notice') : values.get('notice');
            asking.onerror = () => reject(asking.error);
            asking.onsuccess = () => resolve(asking.result);
            opening.result.close();
          };
        }),
      kept,
    );
  await value({ failure: { kind: 'page-protected' }, at: Date.now() });
  await popup.reload();
  const notice = popup.getByRole('alert').filter({ hasText: say('failure_page_protected') });
  await notice.getByText(say('remedy_page_protected')).waitFor();
  await button(notice, 'close').click();
  await notice.waitFor({ state: 'detached' });
  expect(await value()).toBeUndefined();
  await popup.reload();
  await awaitCounts('1 1 1');
  expect(await notice.count()).toBe(0);
});
