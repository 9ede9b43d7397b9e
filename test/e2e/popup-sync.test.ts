import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { button, field, region, say, text, type } from './controls.ts';
import { askFoil } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, sendToEyePop, startSession } from './session.ts';
import { tagEach } from './tag-each.ts';

/** The pop-up's lower edge: what the queue is at, how far it is, why it stands still, and what to do then. */

let session: Session;
let eyepop: EyePopServer;
let popup: Page;
let fresh = 0;

beforeAll(async () => {
  const datasets = Array.from({ length: 9 }, (_, index) => ({ name: `Dataset ${index}`, labels: ['cat'] }));
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ datasets })]);
});

afterEach(async () => {
  eyepop.clearFaults();
  await popup?.close();
});

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function openPopup(): Promise<void> {
  popup = await session.browser.openPage('src/popup/index.html');
  await popup.bringToFront();
}

/** A project that sends, with one capture of each tag waiting, and the pop-up that shows it. */
async function openWithThreeWaiting() {
  const index = fresh++;
  const project = await addProject(session, `Sends ${index}`);
  const dataset = await sendToEyePop(session, project, eyepop, index);
  await tagEach(session, project);
  await openPopup();
  await text(popup, 'popup_count_waiting', 3).waitFor();
  return { project, dataset };
}

const status = () => popup.getByRole('contentinfo').getByRole('status').textContent();

test('Sync now: says how far it is, in whole pictures and of as many as there are, then that all is there', async () => {
  const { dataset } = await openWithThreeWaiting();
  const stop = eyepop.fault({ path: 'annotate', hold: 'before', times: 2 });
  await button(popup, 'popup_sync_now').click();
  await popup.getByRole('progressbar', { name: say('popup_sending') }).waitFor();
  await until('all were uploaded', () => eyepop.training(dataset).waitingForLabels.length === 3);
  await until('news of it', async () => (await status()) !== say('popup_sending_of', 0, 3));
  expect(await status()).toMatch(/^Sending · [12] of 3$/);
  expect(await button(popup, 'popup_sync_now').isDisabled()).toBe(true);
  stop.release();
  await text(popup, 'popup_all_synced').waitFor();
  expect(eyepop.training(dataset).labelledEmpty).toHaveLength(2);
  expect(await popup.getByRole('progressbar').count()).toBe(0);
  expect(await region(popup, 'popup_latest').getByText(say('popup_synced'), { exact: true }).count()).toBe(3);
});

test('a key that is refused: says so, leads to Options, and goes on once the key is right', async () => {
  const { project, dataset } = await openWithThreeWaiting();
  const { id, name, target } = project;
  const destination = { id: 'eyepop', options: { base: eyepop.origin, dataset } };
  await askFoil(session.foil, 'saveProject', { id, name, target, destination, secret: 'eyp_wrong' });
  await button(popup, 'popup_sync_now').click();
  const problem = popup.getByRole('alert').filter({ hasText: say('failure_key_refused') });
  await problem.getByText(say('remedy_key_refused')).waitFor();
  expect(await status()).toBe(say('popup_count_waiting', 3));
  expect(await button(popup, 'popup_sync_now').count()).toBe(0);

  await button(problem, 'popup_open_options').click();
  await until('Options is in front', () => session.foil.evaluate(() => document.visibilityState === 'visible'));
  await session.foil.getByRole('link', { name }).click();
  await button(session.foil, 'eyepop_key_replace').click();
  await type(field(session.foil, 'eyepop_key'), eyepop.apiKey);
  await button(session.foil, 'options_save').click();
  await text(session.foil, 'options_saved').waitFor();

  await openPopup();
  await button(popup, 'popup_sync_now').click();
  await text(popup, 'popup_all_synced').waitFor();
  expect(eyepop.assets(dataset)).toHaveLength(3);
  await session.foil.goto(session.foil.url().replace(/#.*/, ''));
});

test('one image that is refused: its row says why, the others are there, and Retry brings it', async () => {
  const { project, dataset } = await openWithThreeWaiting();
  eyepop.fault({ path: 'upload', status: 422 });
  await button(popup, 'popup_sync_now').click();
  await popup.getByText(say('popup_count_failed', 1)).waitFor();
  const failed = region(popup, 'popup_latest')
    .getByRole('listitem')
    .filter({ hasText: say('popup_failed') });
  await failed.getByText(say('failure_refused', 'HTTP 422')).waitFor();
  await failed.getByText(say('remedy_refused')).waitFor();
  expect(eyepop.assets(dataset)).toHaveLength(2);
  expect(await text(popup, 'popup_all_synced').count()).toBe(0);
  await button(popup, 'popup_retry').click();
  await text(popup, 'popup_all_synced').waitFor();
  expect(eyepop.assets(dataset)).toHaveLength(3);
  expect((await capturesOf(session, project)).map(({ sync }) => sync.failure)).toEqual(Array(3).fill(undefined));
});

test('a destination that fails for now: says when it is tried again, and tries now on a click', async () => {
  const { dataset } = await openWithThreeWaiting();
  const down = eyepop.fault({ path: 'authenticate', status: 429, headers: { 'retry-after': '3600' }, times: Infinity });
  await button(popup, 'popup_sync_now').click();
  const problem = popup.getByRole('alert').filter({ hasText: say('failure_busy', 'HTTP 429') });
  await problem.getByText(say('remedy_busy')).waitFor();
  expect(await status()).toMatch(/^3 waitingNext try (in 59 minutes|in 1 hour)$/);
  down.remove();
  await button(problem, 'popup_try_now').click();
  await text(popup, 'popup_all_synced').waitFor();
  expect(await problem.count()).toBe(0);
  expect(eyepop.assets(dataset)).toHaveLength(3);
});

test('captures from before there was a destination: says that they were never sent, and sends them', async () => {
  const index = fresh++;
  const project = await addProject(session, `Sends ${index}`);
  await tagEach(session, project, ['distractor']);
  const dataset = await sendToEyePop(session, project, eyepop, index);
  await openPopup();
  await text(popup, 'popup_count_held', 1).waitFor();
  expect(eyepop.assets(dataset)).toEqual([]);
  await button(popup, 'popup_send_all').click();
  await text(popup, 'popup_all_synced').waitFor();
  expect(eyepop.training(dataset).labelledEmpty).toHaveLength(1);
});
