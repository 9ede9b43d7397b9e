import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { forbidden, hasJoined, html, isImageRequest, join, noStore, photo, send, sha256, when } from './answers.ts';
import { rows } from './foil.ts';
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';
import { awaitWord } from './word.ts';

/**
 * Attacks on way c, which opens one address to a page's frame (SECURITY.md). The page is on one site, the images on another, where
 * the person has a partitioned cookie: nothing but a request of the frame gets them.
 */

let session: Session;
let serial = 0;

const PAGE = 'pages.test';

beforeAll(async () => {
  session = await startSession();
  session.site.route('/join', join);
  await session.page.bringToFront();
});

afterAll(() => session?.close());

const there = (path: string) => `http://localhost:${session.site.port}${path}`;

/** A page that joins, and shows one image then. `script` runs before the image is there. */
async function open(image: string, script = ''): Promise<Awaited<ReturnType<typeof addProject>>> {
  const { site, page } = session;
  serial += 1;
  const body = `<img id="it" width="640" height="360" alt="x"><script>${script}
    fetch('${there('/join')}', { mode: 'no-cors', credentials: 'include' }).then(() => { it.src = '${there(image)}' })</script>`;
  site.route(`/attack-${serial}.html`, html(body));
  await page.goto(`http://${PAGE}:${site.port}/attack-${serial}.html`);
  await page.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement).naturalWidth > 0);
  return addProject(session, `attack ${serial}`);
}

const rules = () => session.foil.evaluate(() => chrome.declarativeNetRequest.getSessionRules());

const isOpen = async () => (await rules()).some(({ action }) => action.responseHeaders !== undefined);

/** Reads addresses in a loop, with cookies, from a window and from a worker, and keeps what it got. */
const RACE = `
  window.got = [];
  const race = async (urls) => {
    for (;;) for (const url of urls) {
      try { const answer = await fetch(url, { credentials: 'include' }); got.push([url, (await answer.text()).slice(0, 40)]) }
      catch { got.push([url, null]) }
    }
  };`;

test('a page that races for the opened address reads no other, and no JSON; the image it has already', async () => {
  const { site, page } = session;
  const asked: string[] = [];
  const held: ServerResponse[] = [];
  let holds = true;
  const secret = send('{"inbox":["private"]}', { 'Content-Type': 'application/json' });
  const count = (path: string, answer: typeof secret) =>
    site.route(path, (request, response) => {
      asked.push(path);
      answer(request, response);
    });
  count('/inbox.json', secret);
  count('/other.jpg', send(photo));
  // Requests for the image that no <img> makes are held until the race has gone through several rounds meanwhile.
  site.route('/race.jpg', (request, response) => {
    if (isImageRequest(request)) return send(photo, noStore)(request, response);
    if (!hasJoined(request)) return forbidden(request, response);
    if (!holds) return send(photo, noStore)(request, response);
    held.push(response);
  });
  const others = JSON.stringify([there('/inbox.json'), there('/other.jpg')]);
  const project = await open('/race.jpg', `${RACE} race(${others});`);
  await page.evaluate(`void race(['${there('/race.jpg')}'])`);
  // The same page in another tab, which no rule of ours names.
  const elsewhere = await session.browser.context.newPage();
  await elsewhere.goto(page.url());
  await elsewhere.evaluate(`void race(['${there('/race.jpg')}'])`);
  await page.bringToFront();
  // The page's own request hangs first: it was made when nothing was open.
  await until('the page asks', () => held.length > 0);
  for (const response of held.splice(0)) response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(photo);
  await tagImage(session, '#it', 'distractor', project);
  await until('the rule stands', isOpen);
  const before = asked.length;
  await until('the race goes on', () => asked.length >= before + 10);
  // One of those that are held is the frame's; Chromium lets the next go only when the one before is answered.
  holds = false;
  for (const response of held.splice(0))
    response.writeHead(200, { 'Content-Type': 'image/jpeg', ...noStore }).end(photo);
  await awaitWord(page, messages.saved_distractor.message);
  expect(await capturesOf(session, project)).toMatchObject([{ sha256: sha256(photo), provenance: { way: 'opened' } }]);
  const got = (await page.evaluate('got')) as [url: string, text: string | null][];
  const read = new Set(got.flatMap(([url, text]) => (text === null ? [] : [url])));
  // What it shows, it may come to read for as long as the head of the one answer takes; nothing else.
  expect([...read].filter((url) => url !== there('/race.jpg'))).toEqual([]);
  expect(got.filter(([url]) => url === there('/inbox.json')).length).toBeGreaterThan(5);
  await until('the rule is gone', async () => !(await isOpen()));
  const gotElsewhere = (await elsewhere.evaluate('got')) as typeof got;
  expect(gotElsewhere.length).toBeGreaterThan(0);
  expect(gotElsewhere.filter(([, text]) => text !== null)).toEqual([]);
  await elsewhere.close();
  const later = got.length;
  await until('the race goes on', async () => ((await page.evaluate('got.length')) as number) > later + 5);
  const after = ((await page.evaluate('got')) as typeof got).slice(later + 2);
  expect(after.filter(([, text]) => text !== null)).toEqual([]);
});

/** What is asked of the address after the `<img>`: by the background, and then, if ever, by the frame. */
function watch(path: string): { readonly byFrame: () => number } {
  const from = session.site.requests.length;
  const isFrames = ({ url, headers }: (typeof session.site.requests)[number]) =>
    url === path && (headers.origin === 'null' || headers.origin?.includes(PAGE) === true);
  return { byFrame: () => session.site.requests.slice(from).filter(isFrames).length };
}

const inbox = send('{"inbox":["private"]}', { 'Content-Type': 'application/json' });

test('an image whose address is a private document for everybody but an <img>: it is never opened', async () => {
  session.site.route('/inbox-1', when(isImageRequest, send(photo, noStore), inbox));
  const project = await open('/inbox-1');
  const { byFrame } = watch('/inbox-1');
  await tagImage(session, '#it', 'distractor', project);
  await awaitWord(session.page, messages.form_screenshot.message);
  expect(await capturesOf(session, project)).toMatchObject([{ provenance: { way: 'screenshot' } }]);
  expect(byFrame()).toBe(0);
});

test('a private document behind the page’s own cookie: it is asked for, and stays shut', async () => {
  const path = '/inbox-2';
  session.site.route(path, when(isImageRequest, send(photo, noStore), when(hasJoined, inbox, forbidden)));
  const project = await open(path, `${RACE} race(['${there(path)}']);`);
  const { byFrame } = watch(path);
  await tagImage(session, '#it', 'distractor', project);
  await awaitWord(session.page, messages.form_screenshot.message);
  expect(await capturesOf(session, project)).toMatchObject([{ provenance: { way: 'screenshot' } }]);
  expect(byFrame()).toBeGreaterThan(0);
  const got = (await session.page.evaluate('got')) as [string, string | null][];
  expect(got.filter(([, text]) => text !== null)).toEqual([]);
});

test('a sandboxed frame is nobody’s: nothing is opened to it', async () => {
  const { site, page, display } = session;
  site.route('/nobody.jpg', when(isImageRequest, send(photo, noStore), forbidden));
  site.route('/nobody.html', html(`<img src="${there('/nobody.jpg')}" width="400">`));
  site.route('/holder.html', html('<iframe id="frame" sandbox src="/nobody.html" width="500" height="300"></iframe>'));
  await page.goto(`http://${PAGE}:${site.port}/holder.html`);
  const project = await addProject(session, 'nobody');
  const { byFrame } = watch('/nobody.jpg');
  await rightClickAndChoose(display, page, '#frame >> internal:control=enter-frame >> img', { item: 2 });
  const capture = await until('the capture', async () => (await capturesOf(session, project))[0]);
  expect(capture).toMatchObject({ image: { width: 400 }, provenance: { way: 'screenshot' } });
  expect(byFrame()).toBe(0);
});

test('a redirect to a private picture is not followed: the rule was for another address', async () => {
  const { site } = session;
  site.route('/private.jpg', when(hasJoined, send(photo, noStore), forbidden));
  site.route('/hop.jpg', (request, response) => {
    if (isImageRequest(request)) return send(photo, noStore)(request, response);
    response.writeHead(302, { Location: there('/private.jpg') }).end();
  });
  const project = await open('/hop.jpg', `${RACE} race(['${there('/hop.jpg')}', '${there('/private.jpg')}']);`);
  await tagImage(session, '#it', 'distractor', project);
  await awaitWord(session.page, messages.form_screenshot.message);
  const got = (await session.page.evaluate('got')) as [string, string | null][];
  expect(got.length).toBeGreaterThan(0);
  expect(got.filter(([, text]) => text !== null)).toEqual([]);
});

test('a background that dies while the rule stands leaves an alarm, and the next one sweeps', async () => {
  session.site.route('/kill.jpg', when(hasJoined, send(photo, noStore), forbidden));
  const project = await open('/kill.jpg');
  const ambush = await session.browser.killWorkerAt('overdue');
  await tagImage(session, '#it', 'distractor', project);
  await ambush.sprung;
  expect(await isOpen()).toBe(true);
  expect(await session.foil.evaluate(() => chrome.alarms.get('rules'))).toMatchObject({ name: 'rules' });
  await session.browser.worker();
  await until('the rule is gone', async () => (await rules()).length === 0);
  await until('the capture', async () => (await capturesOf(session, project)).length === 1);
});

test('a tab that is closed meanwhile: no rule stays, nothing half is kept, and it is said', async () => {
  const { site, browser } = session;
  let frames: ServerResponse | undefined;
  site.route('/closed.jpg', (request, response) => {
    if (isImageRequest(request)) return send(photo, noStore)(request, response);
    if (!hasJoined(request)) return forbidden(request, response);
    frames = response;
  });
  const project = await open('/closed.jpg');
  await tagImage(session, '#it', 'distractor', project);
  await until('the frame asks', () => frames);
  const { page } = session;
  const next = await browser.context.newPage();
  await page.close();
  session = { ...session, page: next };
  await until('no rule stands', async () => (await rules()).length === 0);
  await until('nothing is under way', async () => (await rows(session.foil, 'intents')).length === 0);
  expect(await capturesOf(session, project)).toEqual([]);
  expect(await rows(session.foil, 'values')).toContainEqual(expect.objectContaining({ failure: expect.anything() }));
});
