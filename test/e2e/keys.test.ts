import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { pointAt } from './harness/hand.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import { sendPage, sha256 } from './site-page.ts';
import { awaitWord } from './word.ts';

/** Shortcuts, by the keys of a real keyboard: the image under the pointer is meant, whatever the page does to a right click. */

let session: Session;
let page: Page;
let project: Project;

beforeAll(async () => {
  session = await startSession();
  page = session.page;
  session.site.route('/inner.html', sendPage('<img id="framed" src="/photos/pika.jpg" width="200" height="100">'));
  session.site.route(
    '/keys.html',
    sendPage(`<title>Keys</title><style>img { width: 200px; height: 100px; display: block }</style>
      <script>addEventListener('contextmenu', (event) => { event.preventDefault(); event.stopImmediatePropagation() }, true)</script>
      <p id="text">Nothing but words.</p>
      <img id="image" src="/photos/espresso.jpg">
      <object id="object" data="/photos/red-panda.jpg" width="200" height="100"></object>
      <embed id="embed" src="/photos/lemur.jpg" width="200" height="100">
      <iframe id="frame" src="/inner.html" width="240" height="130"></iframe>`),
  );
});

afterAll(() => session?.close());

beforeEach(async () => {
  project = await addProject(session, expect.getState().currentTestName ?? '');
  await page.goto(`${session.site.origin}/keys.html`);
  await page.bringToFront();
});

async function press(keys: string, on: string): Promise<void> {
  await pointAt(session.display, page, on);
  await session.display.key(keys);
}

async function captured(count: number) {
  await until(`${count} captures`, async () => (await capturesOf(session, project)).length === count);
  return (await capturesOf(session, project)).map(({ tag, sha256, provenance }) => [tag, sha256, provenance.frameUrl]);
}

test('three tags by three keys, on a page that swallows the right click', async () => {
  const here = page.url();
  await press('alt+shift+1', '#image');
  expect(await captured(1)).toEqual([['positive', sha256('espresso.jpg'), here]]);
  await press('alt+shift+2', '#image');
  await awaitWord(page, messages.saved_context_negative.message);
  await press('alt+shift+3', '#image');
  await awaitWord(page, messages.saved_distractor.message);
  expect(await captured(1)).toEqual([['distractor', sha256('espresso.jpg'), here]]);
});

test('in the frame that saw the pointer last', async () => {
  await pointAt(session.display, page, '#image');
  await press('alt+shift+3', '#frame >> internal:control=enter-frame >> #framed');
  expect(await captured(1)).toEqual([['distractor', sha256('pika.jpg'), `${session.site.origin}/inner.html`]]);
  await press('alt+shift+2', '#image');
  expect(await captured(2)).toContainEqual(['context-negative', sha256('espresso.jpg'), page.url()]);
});

test('where no image is, one clear sentence', async () => {
  await press('alt+shift+1', '#text');
  await awaitWord(page, messages.failure_image_not_found.message);
  expect(await capturesOf(session, project)).toEqual([]);
});

test.each([
  ['object', 'red-panda.jpg'],
  ['embed', 'lemur.jpg'],
])('on an <%s>, where the browser opens no menu', async (name, photo) => {
  await press('alt+shift+2', `#${name}`);
  expect((await captured(1)).map(([tag, hash]) => [tag, hash])).toEqual([['context-negative', sha256(photo)]]);
});

test('the command that repeats the last tag, whichever gesture gave it', async () => {
  await press('alt+shift+3', '#image');
  await captured(1);
  await pointAt(session.display, page, '#frame >> internal:control=enter-frame >> #framed');
  await (await session.browser.worker()).evaluate(fireAgain, page.url());
  expect((await captured(2)).map(([tag]) => tag)).toEqual(['distractor', 'distractor']);
});

/** It has no key of its own: a manifest with a fifth suggestion is refused. */
async function fireAgain(url: string): Promise<void> {
  const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
  // `dispatch` is Chromium's own, without a type: it runs the listeners as a real key does.
  const event = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void };
  event.dispatch('tag-again', tab);
}
