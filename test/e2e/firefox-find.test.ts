import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToFrame } from '../../src/protocol.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { askFinder, namesOf } from './ask-finder.ts';
import { FINDS, PAGE } from './find-page.ts';
import { FIRST_PROJECT, type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitWord } from './firefox-word.ts';

/** The finder's own answers in Firefox, where closed shadow roots, computed styles and plug-ins are others than Chromium's. */

let session: FirefoxSession;

beforeAll(async () => {
  session = await startFirefoxSession();
  // Access is given with the first click in the menu.
  await tagInFirefox(session, '#positive-1', 'positive', FIRST_PROJECT);
  await awaitWord(session.page, messages.saved_positive.message);
  session.site.route('/finds.html', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
  });
  await session.page.goto(`${session.site.origin}/finds.html`);
  await session.page.bringToFront();
  await session.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes');
});

afterAll(() => session?.close());

const ask = <Name extends 'find' | 'list'>(...call: [Name, ...Parameters<ToFrame[Name]>]) =>
  askFinder(session.foil, session.page.url(), ...call);

test.each(FINDS)('$id', async ({ id, finds, at = [0.5, 0.5] }) => {
  const box = await session.page.$eval(`#${id}`, (element) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
  await session.page.mouse.move(box.x + box.width * at[0], box.y + box.height * at[1]);
  const found = await ask('find', { by: 'key', srcUrl: '', live: true });
  expect(namesOf(found).slice(0, finds.length)).toEqual(finds);
});

test('all in the list, each once', async () => {
  const all = ['unsized.jpg', ...FINDS.flatMap(({ finds }) => [...finds])];
  expect(namesOf(await ask('list', 20)).sort()).toEqual(all.sort());
});
