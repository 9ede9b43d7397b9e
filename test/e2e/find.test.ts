import type { ServerResponse } from 'node:http';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Found } from '../../src/core/found.ts';
import type { Pointed } from '../../src/protocol.ts';
import { FINDS, PAGE } from './find-page.ts';
import { type Session, startSession } from './session.ts';

/** The finder's own answers in a page that shows images in every way there is: what a pointer is on, and the list of all. */

let session: Session;
let worker: Worker;

beforeAll(async () => {
  session = await startSession();
  worker = await session.browser.worker();
  const html = (body: string) => (_request: unknown, response: ServerResponse) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end(body);
  session.site.route('/finds.html', html(PAGE));
});

afterAll(() => session?.close());

const open = async (path: string): Promise<Page> => {
  await session.page.goto(`${session.site.origin}${path}`);
  await session.page.bringToFront();
  return session.page;
};

/** By the same messages as the background's own. */
function askPage(foil: 'find' | 'list', argument: unknown): Promise<readonly Found[]> {
  return worker.evaluate(
    async ({ foil, argument, url }) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      const tabId = tab?.id ?? -1;
      const files = ['src/content/finder.iife.js'];
      await chrome.scripting.executeScript({ target: { tabId, frameIds: [0] }, files });
      const reply = await chrome.tabs.sendMessage(tabId, { foil, args: [argument] }, { frameId: 0 });
      if (!reply?.ok) throw new Error(JSON.stringify(reply));
      return reply.value;
    },
    { foil, argument, url: session.page.url() },
  );
}

const byKey: Pointed = { by: 'key', srcUrl: '', live: true };

const namesOf = (found: readonly Found[]) => found.map(({ kind, url }) => (kind === 'image' ? nameOf(url) : kind));
const nameOf = (url: string) => url.split('/').at(-1)?.split('#')[0]?.slice(0, 40);

describe('pointed at', () => {
  beforeAll(async () => {
    const page = await open('/finds.html');
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes');
  });

  test.each(FINDS)('$id', async ({ id, finds, at = [0.5, 0.5] }) => {
    await session.page.locator(`#${id}`).scrollIntoViewIfNeeded();
    const box = await session.page.locator(`#${id}`).boundingBox();
    if (!box) throw new Error('no box');
    await session.page.mouse.move(box.x + box.width * at[0], box.y + box.height * at[1]);
    const found = await askPage('find', byKey);
    expect(namesOf(found).slice(0, finds.length)).toEqual(finds);
  });

  test('all in the list, in the order of the document, each once', async () => {
    const all = ['unsized.jpg', ...FINDS.flatMap(({ finds }) => [...finds])];
    expect(
      namesOf(await askPage('list', 20))
        .map(String)
        .sort(),
    ).toEqual(all.sort());
    const first = namesOf(await askPage('list', 20)).slice(0, 3);
    expect(first).toEqual(['pika.jpg', 'lemur.jpg', 'espresso.jpg']);
    expect(namesOf(await askPage('list', 61))).toEqual(['pika.jpg?list', 'unsized.jpg']);
  });
});
