import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from './controls.ts';
import { activate, FIRST_PROJECT, type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitOurs, awaitWord, pressOn, pressUndo } from './firefox-word.ts';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { sendPage, sha256 } from './site-page.ts';

/** What the word offers beside Undo, and a part of an image, in Firefox with its own menu. */

let session: FirefoxSession;
let serial = 0;

beforeAll(async () => {
  session = await startFirefoxSession();
});

afterAll(() => session?.close());

async function open(body: string): Promise<void> {
  const { site, page } = session;
  const path = `/firefox-offers-${++serial}.html`;
  site.route(path, sendPage(`<style>body { margin: 0; height: 900px }</style>${body}`));
  await page.goto(`${site.origin}${path}`);
}

const standing = async () => (await rows(session.foil, 'captures')).filter(({ removed }) => !removed);
const hashes = async () => (await standing()).map((capture) => capture.sha256);

test('a larger version takes the place of the small one; Undo leads back, and further', async () => {
  const { page } = session;
  await open(
    `<a href="/photos/tortoiseshell-1024.jpg"><img id="it" src="/photos/tortoiseshell-512.jpg" width="300"></a>`,
  );
  await tagInFirefox(session, '#it', 'distractor', FIRST_PROJECT);
  await awaitWord(page, say('larger_found', '1024 × 1024'));
  await pressOn(page, 'larger');
  await until('the larger one', async () => (await hashes()).includes(sha256('tortoiseshell-1024.jpg')));
  expect(await hashes()).toHaveLength(1);
  await awaitWord(page, '1024 × 1024 JPG');
  await pressUndo(page);
  await awaitWord(page, say('as_before'));
  expect(await hashes()).toEqual([sha256('tortoiseshell-512.jpg')]);
  await pressUndo(page);
  await awaitWord(page, say('taken_back'));
  expect(await hashes()).toEqual([]);
});

test('another image that may have been meant stands in its place', async () => {
  const { page } = session;
  const photo = (id: string, name: string) =>
    `<img id="${id}" src="/photos/${name}" alt="${name}" style="position:absolute;left:0;top:0;width:300px;height:200px">`;
  await open(`${photo('under', 'kitten-planks.jpg')}${photo('over', 'espresso.jpg')}`);
  await tagInFirefox(session, '#over', 'positive', FIRST_PROJECT);
  await awaitWord(page, say('choices_label'));
  await pressOn(page, 'more');
  await pressOn(page, 'choice');
  await until('the other one', async () => (await hashes()).includes(sha256('kitten-planks.jpg')));
  expect(await hashes()).toHaveLength(1);
  await awaitWord(page, '1024 × 576');
  await pressUndo(page);
  await awaitWord(page, say('as_before'));
  await pressUndo(page);
  await until('nothing', async () => (await hashes()).length === 0);
});

test('a part is marked with the mouse and given a tag by its number', async () => {
  const { page } = session;
  await open(
    '<img id="it" src="/photos/pika.jpg" style="position:absolute;left:100px;top:80px;width:512px;height:288px">',
  );
  await activate(session, '#it', say('part_menu'), FIRST_PROJECT);
  await awaitOurs(page, 'layer');
  await page.mouse.move(150, 100);
  await page.mouse.down();
  await page.mouse.move(250, 200, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.press('3');
  await awaitWord(page, say('fact_part'));
  const [capture] = await standing();
  expect(capture).toMatchObject({ sha256: sha256('pika.jpg'), tag: 'distractor' });
  const { x = 0, y = 0, width = 0, height = 0 } = capture?.regions?.[0] ?? {};
  expect([x * 1024, y * 576, width * 1024, height * 576].map(Math.round)).toEqual([100, 40, 200, 200]);
});
