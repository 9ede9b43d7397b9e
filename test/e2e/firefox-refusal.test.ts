import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { activate, FIRST_PROJECT, type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitWord } from './firefox-word.ts';
import { rows } from './foil.ts';
import { answerFirefoxPrompt } from './harness/firefox-menu.ts';
import { until } from './harness/until.ts';

/** Show 2: refusing Firefox's prompt works too, is remembered, and can be thought over. */

let session: FirefoxSession;

beforeAll(async () => {
  session = await startFirefoxSession({ prefs: {} });
  const { site, page } = session;
  site.route('/two.html', (_request, response) => {
    const there = `http://images.test:${site.port}/photos/espresso.jpg`;
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(
      `<img id="here" src="/photos/kitten-planks.jpg" width="300"><img id="there" src="${there}" width="300">`,
    );
  });
  await page.goto(`${site.origin}/two.html`);
});

afterAll(() => session?.close());

const captures = () => rows(session.foil, 'captures');

/** A prompt that was asked for and not answered stays. */
const prompts = () => session.firefox.inFirefox.run<number>('() => PopupNotifications.panel.childElementCount');

test('refused: what the tab itself allows is still captured', async () => {
  await tagInFirefox(session, '#here', 'positive', FIRST_PROJECT);
  await answerFirefoxPrompt(session.firefox.inFirefox, 'deny');
  await awaitWord(session.page, messages.saved_positive.message);
  expect(await captures()).toMatchObject([{ tag: 'positive', provenance: { way: 'frame' } }]);
});

test('of what it does not allow a screenshot is taken, which is said, and nobody is asked twice', async () => {
  await tagInFirefox(session, '#there', 'distractor', FIRST_PROJECT);
  await awaitWord(session.page, messages.form_screenshot_without_access.message);
  expect(await prompts()).toBe(0);
  const [, there] = await captures();
  expect(there).toMatchObject({ image: { width: 300, height: 200 }, provenance: { way: 'screenshot' } });
  await tagInFirefox(session, '#here', 'distractor', FIRST_PROJECT);
  await awaitWord(session.page, messages.saved_distractor.message);
  expect(await prompts()).toBe(0);
});

test('“Allow Foil on all sites” stands in the menu, asks again, and then the other host’s image comes too', async () => {
  await activate(session, '#there', messages.menu_allow.message, FIRST_PROJECT);
  await answerFirefoxPrompt(session.firefox.inFirefox, 'allow');
  const registered = () => session.foil.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  await until('the script is registered', async () => (await registered()).length === 1);
  await tagInFirefox(session, '#there', 'context-negative', FIRST_PROJECT);
  await awaitWord(session.page, messages.saved_context_negative.message);
  const [first, , last] = await captures();
  expect([first, last]).toMatchObject([{ tag: 'distractor' }, { provenance: { way: 'background' } }]);
});
