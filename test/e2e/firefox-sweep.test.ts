import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { activate, type FirefoxSession, startFirefoxSession } from './firefox-session.ts';
import { awaitOurs } from './firefox-word.ts';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf } from './session.ts';

/** A sweep in Firefox: by its own menu, with keys, and what came of it. */

let session: FirefoxSession;

beforeAll(async () => {
  session = await startFirefoxSession();
});

afterAll(() => session?.close());

test('all images of the page, by menu and keys; then all of it is taken back', async () => {
  const { page } = session;
  const project = await addProject(session, 'swept');
  await activate(session, '#positive-2', messages.sweep_menu.message, project);
  await awaitOurs(page, 'sweep', messages.sweep_images.message.replace('$1', '10'));
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('3');
  await awaitOurs(page, 'sweep', messages.sweep_count_saved.message.replace('$1', '10'), 30_000);
  const captures = await capturesOf(session, project);
  expect(captures.map(({ tag, provenance }) => [tag, provenance.way])).toEqual(Array(10).fill(['distractor', 'frame']));
  expect(new Set(captures.map(({ sha256 }) => sha256)).size).toBe(10);
  await page.keyboard.press('Escape');
  await until('nothing waits', async () => (await rows(session.foil, 'intents')).length === 0);
});
