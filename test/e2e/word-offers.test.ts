import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import type { Route } from '../servers/site.ts';
import { say } from './controls.ts';
import { askFoil, rows } from './foil.ts';
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';
import { sendPage, sha256 } from './site-page.ts';
import { awaitNoWord, awaitWord, pressOn, pressUndo } from './word.ts';

/** What the word offers beside Undo: larger versions, other images that may have been meant; and how it counts. */

let session: Session;
let serial = 0;
let cut: Buffer;

const SMALL = 'tortoiseshell-512.jpg';
const LARGE = 'tortoiseshell-1024.jpg';

beforeAll(async () => {
  session = await startSession();
  const photo = readFileSync(`test/site/photos/${LARGE}`).toString('base64');
  cut = Buffer.from(await session.foil.evaluate(cutOut, photo), 'base64');
});

afterAll(() => session?.close());

/** The middle nine tenths of a photograph, drawn larger than it is. */
async function cutOut(photo: string): Promise<string> {
  const image = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${photo}`)).blob());
  const canvas = new OffscreenCanvas(1200, 1200);
  canvas.getContext('2d')?.drawImage(image, 51, 51, 922, 922, 0, 0, 1200, 1200);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

async function open(body: string): Promise<Project> {
  const { site, page } = session;
  const path = `/offers-${++serial}.html`;
  site.route(path, sendPage(`<title>Page ${serial}</title>${body}`));
  const project = await addProject(session, `offers ${serial}`);
  await page.goto(`${site.origin}${path}`);
  await page.bringToFront();
  return project;
}

const standing = async (project: Project) =>
  (await capturesOf(session, project)).filter(({ removed }) => !removed).map((capture) => capture.sha256);

const sends =
  (bytes: Buffer | string, type = 'image/jpeg', status = 200): Route =>
  (_request, response) =>
    void response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(bytes);
const sendsPhoto = (name: string): Route => sends(readFileSync(`test/site/photos/${name}`));

/** A small picture that links to one address, and names a good one besides. */
const linked = (to: string) =>
  `<a href="${to}"><img id="it" src="/photos/${SMALL}" data-full="/photos/${LARGE}" width="300"></a>`;

const FOUND = say('larger_found', '1024 × 1024');

describe('a larger version', () => {
  test('is offered when the small one is saved; it takes its place; one Undo leads back, the next one further', async () => {
    const project = await open(linked(`/photos/${LARGE}`));
    const { page } = session;
    await tagImage(session, '#it', 'distractor', project);
    await awaitWord(page, FOUND);
    expect(await standing(project)).toEqual([sha256(SMALL)]);
    await pressOn(page, 'larger');
    await until('the larger one', async () => (await standing(project)).includes(sha256(LARGE)));
    expect(await standing(project)).toEqual([sha256(LARGE)]);
    await awaitWord(page, '1024 × 1024 JPG');
    await pressUndo(page);
    await awaitWord(page, say('as_before'));
    expect(await standing(project)).toEqual([sha256(SMALL)]);
    await pressUndo(page);
    await awaitWord(page, say('taken_back'));
    expect(await standing(project)).toEqual([]);
  });

  test.each<[string, Route]>([
    ['another picture', sendsPhoto('kitten-planks.jpg')],
    ['a part of it, enlarged', (request, response) => sends(cut)(request, response)],
    ['a smaller one', sendsPhoto('chelsea.png')],
    ['the same size', sendsPhoto(SMALL)],
    ['a page', sends('<p>Log in first</p>', 'text/html')],
    ['nothing', sends('gone', 'text/plain', 404)],
    ['half of it', sends(readFileSync(`test/site/photos/${LARGE}`).subarray(0, 40_000))],
  ])('that is %s is asked for and passed over', async (_, answer) => {
    const to = `/linked-${serial}.jpg`;
    session.site.route(to, answer);
    const project = await open(linked(to));
    await tagImage(session, '#it', 'positive', project);
    await awaitWord(session.page, FOUND);
    expect(session.site.requests.some(({ url }) => url === to)).toBe(true);
    await pressOn(session.page, 'larger');
    await until('the good one', async () => (await standing(project)).includes(sha256(LARGE)));
  });

  test('that is another picture when it is chosen is refused, and the small one stays', async () => {
    let asked = 0;
    session.site.route('/turncoat.jpg', (request, response) =>
      sendsPhoto(asked++ === 0 ? LARGE : 'red-panda.jpg')(request, response),
    );
    const project = await open(`<a href="/turncoat.jpg"><img id="it" src="/photos/${SMALL}" width="300"></a>`);
    await tagImage(session, '#it', 'positive', project);
    await awaitWord(session.page, FOUND);
    await pressOn(session.page, 'larger');
    await awaitWord(session.page, say('failure_other_picture'));
    expect(await standing(project)).toEqual([sha256(SMALL)]);
    expect(await rows(session.foil, 'intents')).toEqual([]);
  });

  test('is not looked for where the person does not want it', async () => {
    await askFoil(session.foil, 'setPreference', 'offerLarger', false);
    const project = await open(linked('/unwanted.jpg'));
    await tagImage(session, '#it', 'positive', project);
    await awaitWord(session.page, say('saved_positive'));
    await askFoil(session.foil, 'setPreference', 'offerLarger', true);
    // What came later is there: had the first been looked for, it would have been asked for before.
    const next = await open(linked('/wanted.jpg'));
    await tagImage(session, '#it', 'positive', next);
    await awaitWord(session.page, FOUND);
    const asked = session.site.requests.map(({ url }) => url);
    expect(asked).toContain('/wanted.jpg');
    expect(asked).not.toContain('/unwanted.jpg');
  });
});

describe('killed while one takes the place of another', () => {
  /** Up to the note nothing is changed; from there on the next start of the background finishes it. */
  test.each([
    ['choose', SMALL],
    ['intentFor', SMALL],
    ['noteIntent', SMALL],
    ['acquire', LARGE],
    ['mustLookLike', LARGE],
    ['saveCapture', LARGE],
    ['readReplaced', LARGE],
    ['finish', LARGE],
    ['tellSaved', LARGE],
  ])('at %s: one of the two stands, and that is %s', async (step, expected) => {
    const { browser, page, foil } = session;
    const project = await open(linked(`/photos/${LARGE}`));
    await tagImage(session, '#it', 'positive', project);
    await awaitWord(page, FOUND);
    const ambush = await browser.killWorkerAt(step);
    await pressOn(page, 'larger');
    await ambush.sprung;
    await browser.worker();
    await until('nothing is under way', async () => (await rows(foil, 'intents')).length === 0);
    expect(await standing(project)).toEqual([sha256(expected)]);
    const tally = (await rows(foil, 'tallies')).find((row) => row.project === project.id);
    expect(tally?.tags.positive).toBe(1);
  });
});

describe('other images that may have been meant', () => {
  const photo = (id: string, name: string, style: string) =>
    `<img id="${id}" src="/photos/${name}" alt="${name}" style="position:absolute;left:0;top:0;width:300px;${style}">`;
  const stacked = `${photo('under', 'kitten-planks.jpg', '')}${photo('over', 'espresso.jpg', '')}`;

  test('are a button where the browser named the one; chosen by keyboard, another stands in its place', async () => {
    const { page, display } = session;
    const project = await open(stacked);
    await rightClickAndChoose(display, page, '#over', { item: 2 });
    await awaitWord(page, say('choices_label'));
    expect(await standing(project)).toEqual([sha256('espresso.jpg')]);
    await page.keyboard.press('F6');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await until('the other one', async () => (await standing(project)).includes(sha256('kitten-planks.jpg')));
    expect(await standing(project)).toEqual([sha256('kitten-planks.jpg')]);
    await awaitWord(page, '1024 × 576');
    await pressUndo(page);
    await awaitWord(page, say('as_before'));
    expect(await standing(project)).toEqual([sha256('espresso.jpg')]);
  });

  test('are shown at once where nothing named the one: a key says no more than a place', async () => {
    const { page, display } = session;
    const project = await open(stacked);
    await page.mouse.move(100, 100);
    await display.key('alt+shift+3');
    await awaitWord(page, 'kitten-planks.jpg');
    expect(await standing(project)).toEqual([sha256('espresso.jpg')]);
    await pressOn(page, 'choice');
    await until('the other one', async () => (await standing(project)).includes(sha256('kitten-planks.jpg')));
    expect(await standing(project)).toHaveLength(1);
  });

  test('leave alone what had been captured before', async () => {
    const { page, display } = session;
    const project = await open(stacked);
    await rightClickAndChoose(display, page, '#over', { item: 1 });
    await awaitWord(page, say('saved_positive'));
    await rightClickAndChoose(display, page, '#over', { item: 1 });
    await awaitWord(page, say('already_here'));
    await pressOn(page, 'more');
    await pressOn(page, 'choice');
    await until('two', async () => (await standing(project)).length === 2);
  });
});

test('an offer that is over is refused, and swept when the background starts', async () => {
  const { page, foil, browser } = session;
  const project = await open(linked(`/photos/${LARGE}`));
  await tagImage(session, '#it', 'positive', project);
  await awaitWord(page, FOUND);
  await foil.evaluate(makeOffersOld);
  await pressOn(page, 'larger');
  await awaitWord(page, say('failure_offer_too_late'));
  expect(await standing(project)).toEqual([sha256(SMALL)]);
  expect((await rows(foil, 'offers')).length).toBeGreaterThan(0);
  await browser.killWorker();
  await browser.worker();
  await until('nothing is offered', async () => (await rows(foil, 'offers')).length === 0);
});

/** As if they had been made at the beginning of time. */
async function makeOffersOld(): Promise<void> {
  const done = (request: IDBRequest) => new Promise((resolve) => request.addEventListener('success', resolve));
  const opening = indexedDB.open('foil');
  await done(opening);
  const store = opening.result.transaction('offers', 'readwrite').objectStore('offers');
  const reading = store.getAll();
  await done(reading);
  await Promise.all(reading.result.map((offer) => done(store.put({ ...offer, at: 0 }))));
  opening.result.close();
}

describe('captures in a row', () => {
  test('are counted, and taken back one by one, the last first', async () => {
    const { page } = session;
    const names = ['espresso.jpg', 'lemur.jpg', 'pika.jpg'];
    const project = await open(
      names.map((name, index) => `<img id="n${index}" src="/photos/${name}" width="200">`).join(''),
    );
    for (const index of names.keys()) {
      await tagImage(session, `#n${index}`, 'distractor', project);
      await until('saved', async () => (await standing(project)).length === index + 1);
      if (index > 0) await awaitWord(page, say('saved_many', index + 1));
    }
    // By keyboard: the focus stays where the next one can be taken back.
    await page.keyboard.press('F6');
    for (const left of [2, 1, 0]) {
      await page.keyboard.press('Enter');
      await until(`${left} left`, async () => (await standing(project)).length === left);
      await awaitWord(page, say('taken_back'));
    }
    expect(await standing(project)).toEqual([]);
    await pressOn(page, 'close');
    await awaitNoWord(page);
  });

  test('can be taken back above a page’s own modal dialog', async () => {
    const { page } = session;
    const project = await open(`<dialog><img id="it" src="/photos/pika.jpg" width="300"></dialog>
      <script>document.querySelector('dialog').showModal()</script>`);
    await tagImage(session, '#it', 'distractor', project);
    await awaitWord(page, say('saved_distractor'));
    await pressUndo(page);
    await awaitWord(page, say('taken_back'));
    expect(await standing(project)).toEqual([]);
  });
});
