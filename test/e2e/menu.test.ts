import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { askFoil } from './foil.ts';
import { openAndChoose } from './harness/chromium-menu.ts';
import { pointAt } from './harness/hand.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import { sendPage, sha256 } from './site-page.ts';
import { awaitWord } from './word.ts';

/** The menu outside the browser's own `image` context: predicted from where the pointer rests. */

let session: Session;
let page: Page;

const FRAMED = '#frame >> internal:control=enter-frame >> #framed';

const STYLE =
  'div { width: 200px; height: 100px; margin: 8px; position: relative } img, canvas { width: 200px; height: 100px }';

beforeAll(async () => {
  session = await startSession();
  page = session.page;
  session.site.route(
    '/inner.html',
    sendPage(`<style>${STYLE}</style><div id="framed" style="background: url(/photos/pika.jpg)">`),
  );
  session.site.route(
    '/menu.html',
    sendPage(`<title>Menu</title><style>${STYLE}</style>
      <p id="text">Nothing but <a id="words" href="/elsewhere.html">words</a>.</p>
      <div id="painted" style="background: url(/photos/espresso.jpg)"></div>
      <div id="covered"><img src="/photos/red-panda.jpg"><span id="cover" style="position: absolute; inset: 0"></span></div>
      <a href="/elsewhere.html"><img id="linked" src="/photos/lemur.jpg"></a>
      <iframe id="frame" src="/inner.html" width="240" height="130"></iframe>`),
  );
  await (await session.browser.worker()).evaluate(noteScopes);
  await page.goto(`${session.site.origin}/menu.html`);
  await page.bringToFront();
});

afterAll(() => session?.close());

/** Keeps what the background does to its menu: the browser tells nobody where one stands. */
function noteScopes(): void {
  const noted: number[] = [];
  const { update } = chrome.contextMenus;
  Object.assign(globalThis, { noted });
  const noting = async (id: string, change: Parameters<typeof update>[1]) => {
    await update(id, change);
    noted.push(change.contexts?.length ?? 0);
  };
  Object.assign(chrome.contextMenus, { update: noting });
}

/** Of contexts: those that pages have, and the one of all. */
const EVERYWHERE = 9;

type Noting = { noted: number[] };

/** How many contexts the menu was given, each time it was changed. */
const scopes = async () => (await session.browser.worker()).evaluate(() => (globalThis as unknown as Noting).noted);

const forgetScopes = async () =>
  (await session.browser.worker()).evaluate(() => void (globalThis as unknown as Noting).noted.splice(0));

const project = (name: string) => addProject(session, name);

/** Rests the pointer on something: the watcher's own timer, set before this one and shorter, has fired then. */
async function restOn(selector: string): Promise<void> {
  await pointAt(session.display, page, selector);
  await page.locator(selector).evaluate(() => new Promise((resolve) => setTimeout(resolve, 80)));
}

/** Rests the pointer on something, until the menu is ready for it. */
async function prepare(selector: string): Promise<void> {
  await restOn('#text');
  await forgetScopes();
  await restOn(selector);
  await until('the menu is ready', async () => (await scopes()).at(-1) === EVERYWHERE);
}

/** The height of the browser's menu: each entry of ours makes it higher. */
async function menuHeight(selector: string): Promise<number> {
  const { display } = session;
  const before = await display.windows();
  await pointAt(display, page, selector, 3);
  const menu = await until('the menu', async () => (await display.windows()).find((id) => !before.includes(id)));
  const geometry = await display.xdotool('getwindowgeometry', menu);
  await display.key('Escape');
  await until('the menu closes', async () => !(await display.windows()).includes(menu));
  return Number(/Geometry: \d+x(\d+)/.exec(geometry)?.[1]);
}

test('the background hears of the pointer only when the answer changes', async () => {
  await forgetScopes();
  const path = ['#text', '#painted', '#covered', '#words', '#text', FRAMED, '#linked', '#text', '#painted', '#text'];
  for (const selector of path) await restOn(selector);
  await until('six changes', async () => (await scopes()).length >= 6);
  expect(await scopes()).toEqual([EVERYWHERE, 1, EVERYWHERE, 1, EVERYWHERE, 1]);
});

test.each([
  ['painted', '#painted', 'espresso.jpg', 3],
  ['below a cover', '#covered', 'red-panda.jpg', 2],
  ['in a frame', FRAMED, 'pika.jpg', 5],
])('an image %s is captured by the menu', async (name, selector, photo, fromBottom) => {
  const own = await project(name);
  await prepare(selector);
  await openAndChoose(session.display, () => pointAt(session.display, page, selector, 3), { item: 2, fromBottom });
  await until('a capture', async () => (await capturesOf(session, own)).length === 1);
  const [capture] = await capturesOf(session, own);
  expect(capture).toMatchObject({ sha256: sha256(photo), tag: 'context-negative' });
});

test('on words it is not there, on an image in a link it is there once; everywhere, once that is set', async () => {
  await project('Everywhere');
  const heights = async () => ({ text: await menuHeight('#text'), linked: await menuHeight('#linked') });
  await restOn('#text');
  await until('the menu has left', async () => (await scopes()).at(-1) === 1);
  const bare = await heights();
  await askFoil(session.foil, 'setPreference', 'menuEverywhere', true);
  const full = await heights();
  expect(full.text).toBeGreaterThan(bare.text);
  expect(full.linked).toBe(bare.linked);
  await openAndChoose(session.display, () => pointAt(session.display, page, '#text', 3), { item: 1, fromBottom: 3 });
  await awaitWord(page, messages.failure_image_not_found.message);
  await askFoil(session.foil, 'setPreference', 'menuEverywhere', false);
  expect(await heights()).toEqual(bare);
});
