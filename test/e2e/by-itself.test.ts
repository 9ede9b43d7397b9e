import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { askFoil, rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, sendToEyePop, startSession, tagImage } from './session.ts';
import { awaitNoWord, awaitWord } from './word.ts';

/** What happens without anybody asking: alarms, the badge, the connection's return, a word that goes. */

let session: Session;
let eyepop: EyePopServer;

beforeAll(async () => {
  const datasets = ['gathered', 'offline'].map((name) => ({ name, labels: ['cat'] }));
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ datasets })]);
});

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

const badge = async () => (await session.browser.worker()).evaluate(() => chrome.action.getBadgeText({}));

test('the badge counts today’s captures of a project that keeps them, and the word leaves by itself', async () => {
  const project = await addProject(session, 'badge');
  await tagImage(session, '#positive-2', 'positive', project);
  await awaitWord(session.page, messages.saved_positive.message);
  await tagImage(session, '#negative-1', 'context-negative', project);
  await until('the badge counts two', async () => (await badge()) === '2');
  await awaitNoWord(session.page);
});

test('captures gather, and then go by themselves', { timeout: 90_000 }, async () => {
  const project = await addProject(session, 'gathered');
  const dataset = await sendToEyePop(session, project, eyepop, 0);
  await tagImage(session, '#positive-2', 'positive', project);
  await tagImage(session, '#distractor-1', 'distractor', project);
  await until('the badge counts what waits', async () => (await badge()) === '2');
  expect(eyepop.assets(dataset)).toEqual([]);
  await until('both are there', () => eyepop.training(dataset).labelledEmpty.length === 1, 60_000);
  await until('the badge is empty', async () => (await badge()) === '', 30_000);
  expect(eyepop.assets(dataset)).toHaveLength(2);
});

test('offline it waits, says so, and goes on when the connection is back', { timeout: 90_000 }, async () => {
  const { browser, foil } = session;
  const project = await addProject(session, 'offline');
  await tagImage(session, '#distractor-2', 'distractor', project);
  await until('the capture', async () => (await capturesOf(session, project)).length === 1);
  const dataset = await sendToEyePop(session, project, eyepop, 1);
  await browser.context.setOffline(true);
  await askFoil(foil, 'sendAll', project.id);
  const drain = async () => (await rows(foil, 'drains')).find((row) => row.project === project.id);
  await until('it says that it is offline', async () => (await drain())?.failure?.kind === 'offline');
  const [capture] = await capturesOf(session, project);
  expect(capture?.sync).toMatchObject({ attempts: 0 });
  await browser.context.setOffline(false);
  await until('it is there', () => eyepop.assets(dataset).length === 1, 50_000);
});

test('another project chosen in the menu takes the next captures', async () => {
  const first = await addProject(session, 'first');
  const second = await addProject(session, 'second');
  const worker = await session.browser.worker();
  const chosen = async () => (await rows(session.foil, 'values')).includes(first.id);
  expect(await chosen()).toBe(false);
  await worker.evaluate((id) => {
    const event = chrome.contextMenus.onClicked as unknown as { dispatch(info: unknown): void };
    event.dispatch({ menuItemId: `switch ${id}` });
  }, first.id);
  await until('the first is chosen', chosen);
  expect((await rows(session.foil, 'values')).includes(second.id)).toBe(false);
});
