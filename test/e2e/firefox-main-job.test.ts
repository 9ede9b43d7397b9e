import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import type { Tag } from '../../src/core/tag.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { FIRST_PROJECT, type FirefoxSession, settled, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitWord, pressUndo, readWord } from './firefox-word.ts';
import { askFoil, rows } from './foil.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { answerFirefoxPrompt } from './harness/firefox-menu.ts';
import { until } from './harness/until.ts';
import { capturesOf, sendToEyePop } from './session.ts';

/** Show 2: the main job in Firefox, on a screen, with its own menu and its own prompt. */

let display: Display;
let session: FirefoxSession;
let eyepop: EyePopServer;
let project: Project;
let dataset: string;

beforeAll(async () => {
  [display, eyepop] = await Promise.all([
    startDisplay(),
    startEyePop({ datasets: [{ name: 'Cats', labels: ['cat'] }] }),
  ]);
  session = await startFirefoxSession({ display, prefs: {} });
});

afterAll(async () => {
  await session?.close();
  await Promise.all([display?.stop(), eyepop?.close()]);
});

const sha256 = (file: string) =>
  createHash('sha256')
    .update(readFileSync(`test/site/photos/${file}`))
    .digest('hex');

const captures = async () => (await rows(session.foil, 'captures')).filter(({ removed }) => !removed);

const captureOf = async (tag: Tag) => {
  const found = (await captures()).find((capture) => capture.tag === tag);
  if (!found) throw new Error(`there is no ${tag}`);
  return found.id;
};

/** Whether Firefox knows an entry: it refuses to change one that it does not. */
function hasMenuItem(id: string): Promise<boolean> {
  const { menus } = chrome as unknown as { menus: typeof chrome.contextMenus };
  return menus.update(id, {}).then(
    () => true,
    () => false,
  );
}

function held() {
  const { labelledEmpty, waitingForLabels } = eyepop.training(dataset);
  const hashes = (assets: readonly { sha256: string }[]) => assets.map((asset) => asset.sha256).sort();
  return { empty: hashes(labelledEmpty), waiting: hashes(waitingForLabels), all: eyepop.assets(dataset).length };
}

test('three images, tagged by right click: the prompt is asked once, each is saved and said', async () => {
  const { firefox, page, foil } = session;
  // Asleep, as it is after 30 s: the click wakes it, and is still a gesture that it may ask for access by.
  await until('the menu is made', async () => {
    const [first] = await rows(foil, 'projects');
    return first && foil.evaluate(hasMenuItem, `switch ${first.id}`);
  });
  await firefox.killBackground();
  await tagInFirefox(session, '#positive-2', 'positive', FIRST_PROJECT);
  await answerFirefoxPrompt(firefox.inFirefox, 'allow');
  await awaitWord(page, messages.saved_positive.message);
  expect(await readWord(page)).toContain(messages.undo.message);
  await tagInFirefox(session, '#negative-1', 'context-negative', FIRST_PROJECT);
  await awaitWord(page, messages.saved_context_negative.message);
  await tagInFirefox(session, '#distractor-1', 'distractor', FIRST_PROJECT);
  await awaitWord(page, messages.saved_distractor.message);
  expect((await captures()).map((capture) => [capture.tag, capture.sha256, capture.provenance.way])).toEqual([
    ['positive', sha256('kitten-planks.jpg'), 'frame'],
    ['context-negative', sha256('espresso.jpg'), 'frame'],
    ['distractor', sha256('red-panda.jpg'), 'frame'],
  ]);
  await until('the thumbnails', async () => (await rows(foil, 'thumbnails')).length === 3);
  expect(await rows(foil, 'intents')).toEqual([]);
});

test('Undo in the word takes back what was just said', async () => {
  await tagInFirefox(session, '#distractor-2', 'distractor', FIRST_PROJECT);
  await awaitWord(session.page, messages.saved_distractor.message);
  await until('four captures', async () => (await captures()).length === 4);
  await pressUndo(session.page);
  await awaitWord(session.page, messages.taken_back.message);
  expect(await captures()).toHaveLength(3);
});

test('a page learns nothing: the word is closed to it, and no file of Foil’s is open to it', async () => {
  const { page, foil } = session;
  await tagInFirefox(session, '#positive-3', 'positive', FIRST_PROJECT);
  await awaitWord(page, messages.saved_positive.message);
  expect(await page.evaluate(() => document.body.lastElementChild?.shadowRoot)).toBeNull();
  const icon = await foil.evaluate(() => chrome.runtime.getURL('icons/foil-16.png'));
  const fetched = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'open',
        () => 'closed',
      ),
    icon,
  );
  expect(fetched).toBe('closed');
  await pressUndo(page);
  await until('three captures', async () => (await captures()).length === 3);
});

test('synced, they count in the dataset', async () => {
  const [first] = await rows(session.foil, 'projects');
  if (!first) throw new Error('there is no project');
  project = { ...first, target: 'cat' };
  dataset = await sendToEyePop(session, project, eyepop);
  expect(await askFoil(session.foil, 'unsent', project.id)).toBe(3);
  await askFoil(session.foil, 'sendAll', project.id);
  await settled(session.foil, project);
  const empty = [sha256('espresso.jpg'), sha256('red-panda.jpg')].sort();
  expect(held()).toEqual({ empty, waiting: [sha256('kitten-planks.jpg')], all: 3 });
});

test('re-tagged from negative to positive, its empty ground truth is dropped; taken back, its asset is gone', async () => {
  await askFoil(session.foil, 'remove', [await captureOf('positive')]);
  await askFoil(session.foil, 'retag', [await captureOf('distractor')], 'positive');
  await askFoil(session.foil, 'sync', project.id);
  await until('one is gone', async () => (await capturesOf(session, project)).length === 2);
  await settled(session.foil, project);
  expect(held()).toEqual({ empty: [sha256('espresso.jpg')], waiting: [sha256('red-panda.jpg')], all: 2 });
});
