import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { activate, FIRST_PROJECT, type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitWord } from './firefox-word.ts';
import { askFoil } from './foil.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { readMenu } from './harness/firefox-menu.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf } from './session.ts';
import { sendPage, sha256 } from './site-page.ts';

/** Every gesture in Firefox: its own menu, real keys, paste and drop. */

let display: Display;
let session: FirefoxSession;
let page: Page;
let project: Project;

beforeAll(async () => {
  display = await startDisplay();
  session = await startFirefoxSession({ display });
  page = session.page;
  session.site.route('/inner.html', sendPage('<img id="framed" src="/photos/pika.jpg" width="200" height="100">'));
  session.site.route(
    '/gestures.html',
    sendPage(`<title>Gestures</title><style>div, img { width: 200px; height: 100px; display: block }</style>
      <p id="text">Nothing but words.</p>
      <div id="painted" style="background: url(/photos/espresso.jpg)"></div>
      <img id="image" src="/photos/red-panda.jpg">
      <iframe id="frame" src="/inner.html" width="240" height="130"></iframe>`),
  );
  // Access is given with the first click in the menu.
  await tagInFirefox(session, '#positive-1', 'positive', FIRST_PROJECT);
  await awaitWord(page, messages.saved_positive.message);
  await page.goto(`${session.site.origin}/gestures.html`);
});

beforeEach(async () => {
  project = await addProject(session, expect.getState().currentTestName ?? '');
});

afterAll(async () => {
  await session?.close();
  await display?.stop();
});

async function captured(count: number) {
  await until(`${count} captures`, async () => (await capturesOf(session, project)).length === count);
  const last = (await capturesOf(session, project)).at(-1);
  return { tag: last?.tag, hash: last?.sha256 };
}

const title = () => messages.menu_title.message.replace('$1', project.name);

/** The entries on an element, after Foil has looked whether an image is there. */
async function menuOn(selector: string): Promise<string[]> {
  await session.foil.evaluate(countRefreshes);
  const looked = () => session.foil.evaluate(readRefreshes);
  return readMenu(session.firefox.inFirefox, page, selector, async () => void (await until('a look', looked)));
}

interface Background {
  readonly browser: { readonly menus: { refresh(): Promise<void> } };
  refreshes: number;
}

declare const browser: { readonly runtime: { getBackgroundPage(): Promise<Background> } };

async function countRefreshes(): Promise<void> {
  const background = await browser.runtime.getBackgroundPage();
  const { menus } = background.browser;
  const refresh = menus.refresh.bind(menus);
  background.refreshes = 0;
  menus.refresh = async () => {
    await refresh();
    background.refreshes += 1;
  };
}

async function readRefreshes(): Promise<number> {
  return (await browser.runtime.getBackgroundPage()).refreshes;
}

test('the menu comes up on a painted image, and not on words', async () => {
  await activate(session, '#painted', messages.tag_distractor.message, project);
  expect(await captured(1)).toEqual({ tag: 'distractor', hash: sha256('espresso.jpg') });
  expect(await menuOn('#painted')).toContain(title());
  expect(await menuOn('#text')).not.toContain(title());
});

test('everywhere, once that is set: where no image is, one clear sentence', async () => {
  await askFoil(session.foil, 'setPreference', 'menuEverywhere', true);
  await activate(session, '#text', messages.tag_positive.message, project);
  await awaitWord(page, messages.failure_image_not_found.message);
  await askFoil(session.foil, 'setPreference', 'menuEverywhere', false);
  expect(await menuOn('#text')).not.toContain(title());
});

test('a real key means the image under the pointer, in whatever frame', async () => {
  await page.bringToFront();
  await page.hover('#image');
  await display.key('alt+shift+2');
  expect(await captured(1)).toEqual({ tag: 'context-negative', hash: sha256('red-panda.jpg') });
  const frame = await (await page.$('#frame'))?.contentFrame();
  await (await frame?.$('#framed'))?.hover();
  await display.key('alt+shift+1');
  expect(await captured(2)).toEqual({ tag: 'positive', hash: sha256('pika.jpg') });
});

test('pictures, dropped as files, and pasted with a key as a piece of a page', async () => {
  const { foil, site } = session;
  await foil.bringToFront();
  await foil.evaluate(dropFile, `${site.origin}/photos/lemur.jpg`);
  await foil.waitForSelector('dialog');
  await foil.keyboard.press('3');
  expect(await captured(1)).toEqual({ tag: 'distractor', hash: sha256('lemur.jpg') });
  expect(await provenance()).toMatchObject({ way: 'file', title: 'dropped.jpg', imageUrl: '' });

  const address = `${site.origin}/photos/pika.jpg`;
  await foil.evaluate((markup) => {
    const copied = new ClipboardItem({ 'text/html': new Blob([markup], { type: 'text/html' }) });
    return navigator.clipboard.write([copied]);
  }, `<img src="${address}" alt="A pika">`);
  await display.key('ctrl+v');
  await foil.waitForSelector('dialog');
  await foil.keyboard.press('1');
  expect(await captured(2)).toEqual({ tag: 'positive', hash: sha256('pika.jpg') });
  expect(await provenance()).toMatchObject({ way: 'background', alt: 'A pika', imageUrl: address });
});

const provenance = async () => (await capturesOf(session, project)).at(-1)?.provenance;

/** Firefox's driver drags no files: the event is made in the page, and all that follows is real. */
async function dropFile(address: string): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([await (await fetch(address)).blob()], 'dropped.jpg', { type: 'image/jpeg' }));
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}

test('Options: the dangerous way has its honest sentence here alone; the keys are as they are set', async () => {
  const { foil } = session;
  await foil.evaluate(() => (location.hash = '#capture'));
  await until('the section', () => foil.$('.shortcuts li'));
  const shown = await foil.$eval('main', (main) => main.textContent);
  expect(shown).toContain(messages.options_open_detail.message);
  expect(shown).toContain(`${messages.command_positive.message}AltShift1`);
  await foil.click('.shortcuts + button');
  const url = () => session.firefox.inFirefox.run<string>('() => gBrowser.currentURI.spec');
  await until('the browser’s own page', async () => (await url()).startsWith('about:addons'));
});
