import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { rows } from './foil.ts';
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { timesOf, trace } from './harness/trace.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import {
  awaitLayer,
  awaitTiles,
  middleOf,
  openSweep,
  placeOf,
  readControls,
  readLayer,
  readTiles,
  type SeenTile,
} from './sweep.ts';
import { awaitWord } from './word.ts';

/** All images of a page at once: picked with mouse and keys, tagged in bulk, once each, whatever dies. */

let session: Session;
let project: Project;
let serial = 0;

beforeAll(async () => {
  session = await startSession();
});

afterEach(async () => {
  if ((await readLayer(session.page)) !== '') await session.page.keyboard.press('Escape');
});

afterAll(() => session?.close());

const photo = readFileSync('test/site/photos/tortoiseshell-512.jpg');

/** Pictures that differ in their last bytes alone; each weighs from 100 to 300 KB. */
function servePictures({ site }: Session): void {
  site.route('/many.jpg', (request, response) => {
    const number = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
    const size = 100_000 + (number % 11) * 20_000;
    const bytes = Buffer.concat([
      photo,
      Buffer.alloc(Math.max(0, size - photo.length)),
      Buffer.from(request.url ?? ''),
    ]);
    response
      .writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': bytes.length, 'Cache-Control': 'no-store' })
      .end(bytes);
  });
}

const html = (body: string) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><title>Many</title>${body}`);

const many = (count: number, from = 0, size = 120) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<img src="/many.jpg?${from + index}" width="${size}" height="${size}" alt="Picture ${from + index}">`,
  ).join('');

async function open(body: string): Promise<void> {
  const { site, page } = session;
  servePictures(session);
  const path = `/sweep-${++serial}.html`;
  site.route(path, html(body));
  project = await addProject(session, `sweep ${serial}`);
  await page.goto(`${site.origin}${path}`);
  await page.bringToFront();
}

async function sweep(body: string, count: number): Promise<SeenTile[]> {
  await open(body);
  await openSweep(session);
  return awaitTiles(session.page, count);
}

const tagged = async () => (await capturesOf(session, project)).filter(({ removed }) => !removed);
const urlsOf = (captures: Awaited<ReturnType<typeof capturesOf>>) =>
  captures.map(({ provenance }) => Number(provenance.imageUrl.split('?')[1])).sort((a, b) => a - b);
const pickedIn = async () =>
  (await readTiles(session.page)).filter(({ picked }) => picked).map(({ position }) => position);

test('by the browser’s own menu; a click, a rectangle, arrows and Space pick; 1, 2, 3 tag', async () => {
  await open(`<h1>Many</h1>${many(18)}`);
  const { page, display } = session;
  await rightClickAndChoose(display, page, '[alt="Picture 0"]', { item: 5 });
  const tiles = await awaitTiles(page, 18);
  const at = (index: number) => middleOf(page, tiles[index] as SeenTile);
  const [first, ninth] = [await at(0), await at(8)];
  await page.mouse.click(first.x, first.y);
  expect(await pickedIn()).toEqual([1]);
  // From the middle of the second to the middle of the ninth: the columns between, in both rows.
  const second = await at(1);
  await page.mouse.move(second.x, second.y);
  await page.mouse.down();
  await page.mouse.move(ninth.x + 40, ninth.y, { steps: 6 });
  await page.mouse.up();
  expect(await pickedIn()).toEqual([1, 2, 9]);
  await page.keyboard.press('1');
  await awaitLayer(page, '3 saved');
  expect((await tagged()).map(({ tag }) => tag)).toEqual(['positive', 'positive', 'positive']);
  expect(urlsOf(await tagged())).toEqual([0, 1, 8]);
  await page.mouse.click((await at(3)).x, (await at(3)).y);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await pickedIn()).toEqual([4, 6, 7]);
  await page.keyboard.press('2');
  await awaitLayer(page, '6 saved');
  await page.keyboard.press('Control+a');
  expect(await pickedIn()).toHaveLength(18);
  await page.keyboard.press('Control+a');
  expect(await pickedIn()).toEqual([]);
  await page.keyboard.press('3');
  await awaitLayer(page, messages.sweep_pick_first.message);
  await page.keyboard.press('Escape');
  expect(await readLayer(page)).toBe('');
  expect((await tagged()).filter(({ tag }) => tag === 'context-negative')).toHaveLength(3);
});

test('images of every size, of frames, and those that come when the page is scrolled', async () => {
  const { site, page } = session;
  site.route('/inner.html', html(many(2, 50)));
  await open(`${many(2)}${many(1, 10, 40)}<div style="width:150px;height:150px;background:url(/many.jpg?20)"></div>
    <iframe src="http://frames.test:${site.port}/inner.html" width="400" height="200"></iframe>
    <div style="height:4000px"></div><div id="end"></div><script>
    new IntersectionObserver(([entry], seen) => { if (!entry.isIntersecting) return; seen.disconnect();
      end.innerHTML = '${many(3, 30)}' }).observe(end)</script>`);
  await openSweep(session);
  await awaitTiles(page, 5);
  // What a frame of another site shows is not asked for by the page: the page would see that.
  const shown = ['canvas', 'canvas', 'img', 'div', 'div'];
  await until('their pictures', async () => {
    const tiles = await readTiles(page);
    return JSON.stringify(tiles.map(({ shownAs }) => shownAs)) === JSON.stringify(shown);
  });
  const slider = await placeOf(page, 'least');
  await page.mouse.click(slider.x + 60, slider.y + slider.height / 2);
  await page.keyboard.press('Home');
  await awaitTiles(page, 6);
  const scroll = await placeOf(page, 'scroll');
  await page.mouse.click(scroll.x + scroll.width / 2, scroll.y + scroll.height / 2);
  await awaitTiles(page, 9);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const all = await placeOf(page, 'all');
  await page.mouse.click(all.x + 10, all.y + 10);
  await page.keyboard.press('2');
  await awaitLayer(page, '9 saved');
  expect(urlsOf(await tagged())).toEqual([0, 1, 10, 20, 30, 31, 32, 50, 51]);
  await until('nothing waits', async () => (await rows(session.foil, 'intents')).length === 0);
  // As it was, for the tests that follow.
  const again = await placeOf(page, 'least');
  await page.mouse.click(again.x + 72, again.y + again.height / 2);
});

test('what fails says why on its image; what is already here says so; all of it is taken back at once', async () => {
  session.site.route('/gone.jpg', (_request, response) => response.writeHead(404).end());
  const lost = '<div style="width:150px;height:150px;background:url(/gone.jpg)"></div>';
  await sweep(`${many(3)}${lost}`, 4);
  const { page } = session;
  await page.keyboard.press('Control+a');
  await page.keyboard.press('1');
  await awaitLayer(page, '3 saved · 1 failed');
  expect((await readTiles(page)).map(({ state }) => state)).toEqual([
    'saved positive',
    'saved positive',
    'saved positive',
    'failed positive',
  ]);
  expect((await readTiles(page)).at(-1)?.name).toContain('HTTP 404');
  const undo = await placeOf(page, 'undo');
  await page.mouse.click(undo.x + 10, undo.y + 10);
  await awaitLayer(page, messages.taken_back.message);
  expect(await tagged()).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('3');
  await awaitLayer(page, '3 saved');
  await page.keyboard.press('Escape');
  await openSweep(session);
  expect((await awaitTiles(page, 4)).map(({ state }) => state)).toEqual([
    'mine distractor',
    'mine distractor',
    'mine distractor',
    '',
  ]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('3');
  await awaitLayer(page, '3 were already here');
});

test('a page without images says so; with the layer closed, a word says what came of it', async () => {
  await open('<p>Nothing here</p>');
  await openSweep(session);
  await awaitLayer(session.page, messages.sweep_nothing.message);
  await session.page.keyboard.press('Escape');
  await sweep(many(12), 12);
  await session.page.keyboard.press('Control+a');
  await session.page.keyboard.press('2');
  await session.page.keyboard.press('Escape');
  await awaitWord(session.page, '12 saved');
  expect(await tagged()).toHaveLength(12);
});

test('cancelled, what is saved stays and nothing more comes', async () => {
  const { site, page } = session;
  await open(many(60));
  await openSweep(session);
  await awaitLayer(page, '60 images');
  // From now on every answer waits: six are under way, and the rest stand in line.
  const held: (() => void)[] = [];
  site.route('/many.jpg', (request, response) => {
    held.push(() =>
      response
        .writeHead(200, { 'Content-Type': 'image/jpeg' })
        .end(Buffer.concat([photo, Buffer.from(request.url ?? '')])),
    );
  });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('1');
  await until('six are asked for', () => held.length >= 6);
  const cancel = await placeOf(page, 'cancel');
  await page.mouse.click(cancel.x + 10, cancel.y + 10);
  await until('the rest is let go', async () => (await rows(session.foil, 'intents')).length <= 6);
  for (const answer of held) answer();
  await awaitLayer(page, '6 saved');
  expect(await tagged()).toHaveLength(6);
  expect(await rows(session.foil, 'intents')).toEqual([]);
});

test('five hundred images of 100 to 300 KB: all durable, none twice, though the background dies in between', async () => {
  await open(many(500, 1_000));
  const { page, browser } = session;
  const events = await trace(await browserSession(), async () => {
    await openSweep(session);
    // What the debugger reads of a page it reads in the page's own thread: the layer is asked when the trace has ended.
    await until('500 images', async () => (await rows(session.foil, 'swept')).length >= 500, 20_000);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('3');
    await until('a hundred', async () => (await tagged()).length >= 100, 60_000);
    await browser.killWorker();
    await browser.worker();
    await until('all of them', async () => (await rows(session.foil, 'intents')).length === 0, 90_000);
  });
  await awaitLayer(page, '500 saved', 30_000);
  const captures = await tagged();
  expect(urlsOf(captures)).toEqual(Array.from({ length: 500 }, (_, index) => 1_000 + index));
  expect(new Set(captures.map(({ sha256 }) => sha256)).size).toBe(500);
  const originals = new Set((await rows(session.foil, 'originals')).map(({ sha256 }) => sha256));
  expect(captures.every(({ sha256 }) => originals.has(sha256))).toBe(true);
  const times = timesOf(events, /(sweep|finder)\.iife/);
  expect(times.length).toBeGreaterThan(100);
  expect(Math.max(...times)).toBeLessThanOrEqual(50);
});

async function browserSession() {
  const cdp = await session.browser.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('no session with the browser');
  return cdp;
}

test('a page that covers it, or presses its keys, gets nothing tagged', async () => {
  await sweep(`${many(4)}<iframe id="top" popover="manual" style="width:100vw;height:100vh;border:0"></iframe>`, 4);
  const { page } = session;
  await page.keyboard.press('Control+a');
  await page.evaluate(() => {
    const type = { bubbles: true, composed: true };
    for (const target of [
      window,
      document,
      document.body,
      document.activeElement ?? document,
      ...document.documentElement.children,
    ])
      for (const key of ['1', '2', '3', ' ', 'Enter', 'Escape'])
        for (const name of ['keydown', 'keypress', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(name, { key, ...type }));
    for (const child of document.documentElement.children) {
      child.dispatchEvent(new MouseEvent('click', { clientX: 900, clientY: 780, ...type }));
      (child as HTMLElement).click?.();
    }
    (document.querySelector('#top') as HTMLElement).showPopover();
  });
  // It comes back on top by itself.
  const [first] = await readTiles(page);
  if (!first) throw new Error('no images');
  const at = await middleOf(page, first);
  await until('it is on top', () => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.id !== 'top', at));
  expect(await tagged()).toEqual([]);
  await page.mouse.click(at.x, at.y);
  await until('picked anew', async () => (await pickedIn()).length === 3);
});

test('everything in it has a role and a name', async () => {
  await sweep(many(4), 4);
  const controls = await readControls(session.page);
  const namesOf = (wanted: string) => controls.filter(({ role }) => role === wanted).map(({ name }) => name);
  expect(namesOf('dialog')).toEqual([expect.stringContaining(messages.sweep_title.message)]);
  expect(namesOf('listbox')).toEqual([messages.sweep_title.message]);
  expect(namesOf('option')).toEqual([0, 1, 2, 3].map((index) => expect.stringContaining(`Picture ${index}`)));
  expect(namesOf('slider')).toEqual([expect.stringContaining(messages.sweep_least.message)]);
  expect(namesOf('button')).toEqual([
    messages.sweep_all.message,
    messages.sweep_none.message,
    messages.sweep_scroll.message,
    messages.close.message,
    messages.tag_positive.message,
    messages.tag_context_negative.message,
    messages.tag_distractor.message,
  ]);
});
