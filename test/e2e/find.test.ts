import type { ServerResponse } from 'node:http';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pointed, ToFrame } from '../../src/protocol.ts';
import { askFinder, namesOf } from './ask-finder.ts';
import { FINDS, PAGE } from './find-page.ts';
import { until } from './harness/until.ts';
import { MEANT_PAGE } from './meant-page.ts';
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
  session.site.route('/meant.html', html(MEANT_PAGE));
});

afterAll(() => session?.close());

const open = async (path: string): Promise<Page> => {
  await session.page.goto(`${session.site.origin}${path}`);
  await session.page.bringToFront();
  return session.page;
};

const askPage = <Name extends 'find' | 'list'>(...call: [Name, ...Parameters<ToFrame[Name]>]) =>
  askFinder(worker, session.page.url(), ...call);

const byKey: Pointed = { by: 'key', srcUrl: '', live: true };

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
    expect(namesOf(await askPage('list', 20)).sort()).toEqual(all.sort());
    const first = namesOf(await askPage('list', 20)).slice(0, 3);
    expect(first).toEqual(['pika.jpg', 'lemur.jpg', 'espresso.jpg']);
    expect(namesOf(await askPage('list', 61))).toEqual(['pika.jpg?list', 'unsized.jpg']);
  });
});

const press = async (id: string, button: 'right' | 'left' = 'right') => {
  const box = await session.page.locator(`#${id}`).boundingBox();
  if (!box) throw new Error('no box');
  await session.page.mouse.click(box.x + 45, box.y + 30, { button });
};

describe('what was meant', () => {
  let photo: (query: string) => string;

  beforeAll(async () => {
    photo = (query) => `${session.site.origin}/photos/pika.jpg?${query}`;
  });

  const sources = (id: string) =>
    session.page.locator(`#${id}`).evaluate((image) => (image as HTMLImageElement).currentSrc);
  const ask = async (pointed: Partial<Pointed>) =>
    namesOf(await askPage('find', { by: 'menu', live: true, srcUrl: '', ...pointed }));

  test('an image that the page swaps at the press', async () => {
    await open('/meant.html');
    await press('pressed');
    await until('the other image', async () => (await sources('pressed')) === photo('after'));
    expect(await ask({ srcUrl: photo('after') })).toEqual(['pika.jpg?before', 'pika.jpg?after']);
  });

  test('a background that the page swaps at the press', async () => {
    await press('dressed');
    expect(await ask({})).toEqual(['pika.jpg?dressed', 'pika.jpg?undressed']);
  });

  test('an image that is swapped before it is asked for', async () => {
    await press('later');
    await session.page.locator('#later').evaluate((image) => image.setAttribute('src', '/photos/lemur.jpg?swapped'));
    expect(await ask({ srcUrl: photo('seen') })).toEqual(['pika.jpg?seen', 'lemur.jpg?swapped']);
  });

  test('what the pointer made the page show, not what was there before it', async () => {
    await press('hovered');
    expect(await ask({ srcUrl: photo('hot') })).toEqual(['pika.jpg?hot']);
    expect(await ask({ by: 'key' })).toEqual(['pika.jpg?hot']);
  });

  test('an element that is gone by now', async () => {
    await press('other');
    await session.page.locator('#other').evaluate((image) => image.remove());
    expect(await ask({})).toEqual(['lemur.jpg?other']);
  });

  test('by its address alone: when the click is old, and when nothing of it is left', async () => {
    await press('arriving');
    expect(await ask({ live: false, srcUrl: photo('hot') })).toEqual(['pika.jpg?hot']);
    expect(await ask({ live: false, srcUrl: photo('nowhere') })).toEqual(['pika.jpg?nowhere']);
    expect(await ask({ live: false, srcUrl: 'javascript:alert(1)' })).toEqual([]);
    expect(await ask({ live: false })).toEqual([]);
  });

  test('an image whose relative address means another since history.pushState', async () => {
    await session.page.evaluate(() => history.pushState('', '', '/elsewhere/meant.html'));
    await press('relative');
    const srcUrl = `${session.site.origin}/elsewhere/photos/pika.jpg?relative`;
    const [found] = await askPage('find', { by: 'menu', live: true, srcUrl });
    expect(found?.url).toBe(photo('relative'));
  });

  test('with all that the page says of it', async () => {
    await open('/meant.html');
    await press('described');
    const [found] = await askPage('find', { by: 'menu', live: true, srcUrl: '' });
    const { origin } = session.site;
    expect(found).toMatchObject({
      ...{ kind: 'image', url: `${origin}/photos/tortoiseshell-512.jpg`, width: 512, height: 512, decoded: true },
      ...{ alt: 'A cat <img src=x>', caption: 'By the sea', title: 'Meant <b>', referrerPolicy: 'no-referrer' },
      ...{
        linkUrl: `${origin}/photos/tortoiseshell-1024.jpg?linked`,
        readable: true,
        frameUrl: `${origin}/meant.html`,
      },
      larger: ['?linked', '', '?zoom'].map((query) => `${origin}/photos/tortoiseshell-1024.jpg${query}`),
    });
  });

  test.each([
    ['dense', 1024],
    ['wide', 512],
    ['unsure', 0],
  ])('with the size of its file, not the one that srcset makes of it: %s', async (id, width) => {
    await press(id);
    const [found] = await askPage('find', byKey);
    expect(Math.abs((found?.width ?? -1) - width)).toBeLessThanOrEqual(4);
    expect(found?.referrerPolicy).toBe('origin');
  });
});
