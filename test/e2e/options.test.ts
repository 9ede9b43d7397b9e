import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { isRecord } from '../../src/core/json.ts';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { button, choice, field, hasFocus, region, say, tabTo, text, type } from './controls.ts';
import { dashboardAddress, datasetNamed, fillEyePop } from './eyepop-form.ts';
import { askFoil, rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, sendToEyePop, startSession } from './session.ts';
import { tagEach } from './tag-each.ts';

/** Options: projects are made, connected, moved and removed, with the mouse and without. */

let session: Session;
let eyepop: EyePopServer;
let page: Page;

beforeAll(async () => {
  const datasets = ['Made here', 'Came late', 'Moved away'].map((name) => ({ name, labels: ['cat'] }));
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ datasets })]);
});

afterEach(() => page?.close());

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function openOptions(hash = ''): Promise<void> {
  page = await session.browser.openPage(`src/options/index.html${hash}`);
  await page.bringToFront();
}

const projectNamed = async (wanted: string) =>
  (await rows(session.foil, 'projects')).find(({ name }) => name === wanted);
const secretOf = async (id: string) => (await rows(session.foil, 'secrets')).find(({ project }) => project === id);

test('a project is made and connected by a pasted dashboard address; its key is kept, and not shown', async () => {
  const dataset = datasetNamed(eyepop, 'Made here');
  await openOptions();
  await page.getByRole('link', { name: say('options_add_project') }).click();
  await button(page, 'options_create').click();
  await text(page, 'options_target_missing').waitFor();
  await text(page, 'options_name_missing').waitFor();
  expect(await hasFocus(field(page, 'options_target'))).toBe(true);
  await type(field(page, 'options_target'), 'cat');
  await type(field(page, 'options_name'), 'Cats by mouse');
  await fillEyePop(page, { base: eyepop.origin, key: eyepop.apiKey, dataset: dashboardAddress(eyepop, dataset) });
  await button(page, 'options_test').click();
  await text(page, 'options_found', 'Made here').waitFor();
  await button(page, 'options_create').click();
  await page.getByRole('heading', { level: 1, name: 'Cats by mouse' }).waitFor();
  await text(page, 'eyepop_key_kept').waitFor();
  expect(await page.content()).not.toContain(eyepop.apiKey);

  const project = await projectNamed('Cats by mouse');
  const options = { base: eyepop.origin, account: eyepop.accountUuid, dataset };
  expect(project).toMatchObject({ target: 'cat', destination: { id: 'eyepop', options } });
  expect(await secretOf(project?.id ?? '')).toMatchObject({ origin: eyepop.origin, value: eyepop.apiKey });
});

test('its first real destination: offers what was captured so far, sends it on a click and not before', async () => {
  const project = await addProject(session, 'Came late');
  await tagEach(session, project);
  const dataset = datasetNamed(eyepop, 'Came late');
  await openOptions(`#project=${project.id}`);
  await fillEyePop(page, { base: eyepop.origin, account: eyepop.accountUuid, key: eyepop.apiKey });
  await button(page, 'eyepop_show').click();
  await page.getByRole('radio', { name: 'Came late' }).check();
  expect(await field(page, 'eyepop_dataset').inputValue()).toBe(dataset);
  await button(page, 'options_save').click();
  await text(page, 'options_send_ask', 3).waitFor();
  expect(eyepop.assets(dataset)).toEqual([]);
  await button(page, 'options_send', 3).click();
  await text(page, 'options_sending', 3).waitFor();
  await until('the stand-in counts them', () => eyepop.training(dataset).labelledEmpty.length === 2);
  const sent = eyepop.assets(dataset).map(({ sha256 }) => sha256);
  expect(sent.sort()).toEqual((await capturesOf(session, project)).map(({ sha256 }) => sha256).sort());
});

test('another base address: nothing of the key goes there, and saving forgets it', async () => {
  const project = await addProject(session, 'Moved away');
  await sendToEyePop(session, project, eyepop, 2);
  const other = await startEyePop();
  await openOptions(`#project=${project.id}`);
  await text(page, 'eyepop_key_kept').waitFor();
  await type(field(page, 'eyepop_base'), other.origin);
  await text(page, 'options_key_forgotten', eyepop.origin).waitFor();
  await button(page, 'options_test').click();
  await text(page, 'failure_key_missing').waitFor();
  expect(await secretOf(project.id)).toMatchObject({ origin: eyepop.origin });
  await button(page, 'options_save').click();
  await text(page, 'options_saved').waitFor();
  expect(await secretOf(project.id)).toBeUndefined();
  await type(field(page, 'eyepop_base'), eyepop.origin);
  await button(page, 'options_test').click();
  await text(page, 'failure_key_missing').waitFor();
  expect(other.requests).toEqual([]);
  await other.close();
});

test('a project that holds captures cannot be removed', async () => {
  const project = await addProject(session, 'In use');
  await tagEach(session, project, ['positive']);
  await openOptions(`#project=${project.id}`);
  await text(page, 'options_remove_in_use_one').waitFor();
  expect(await button(page, 'options_remove_button').isDisabled()).toBe(true);
  await expect(askFoil(session.foil, 'removeProject', project.id)).rejects.toThrow('project-in-use');
  expect(await projectNamed('In use')).toBeDefined();
});

test('an empty one can, after a question whose harmless answer has the focus', async () => {
  const project = await addProject(session, 'Not needed');
  await openOptions(`#project=${project.id}`);
  await button(page, 'options_remove_button').click();
  const question = page.getByRole('dialog', { name: say('options_remove_title', 'Not needed') });
  expect(await hasFocus(button(question, 'options_keep'))).toBe(true);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await projectNamed('Not needed')).toBeDefined();
  await button(page, 'options_remove_button').click();
  await button(question, 'options_remove_button').click();
  await page.getByRole('link', { name: say('options_add_project') }).waitFor();
  expect(await projectNamed('Not needed')).toBeUndefined();
});

test('without a mouse: a project is added, named, given a destination and a key, and made', async () => {
  await openOptions();
  await tabTo(page, page.getByRole('link', { name: say('options_add_project') }));
  await page.keyboard.press('Enter');
  await tabTo(page, field(page, 'options_target'));
  await page.keyboard.type('cat');
  await tabTo(page, field(page, 'options_name'));
  await page.keyboard.type('Cats by keys');
  await tabTo(page, choice(page, 'destination_browser'));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, field(page, 'eyepop_key'));
  await page.keyboard.type('eyp_typed');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Cats by keys' }).waitFor();
  const project = await projectNamed('Cats by keys');
  const options = { base: 'https://compute.eyepop.ai' };
  expect(project).toMatchObject({ target: 'cat', destination: { id: 'eyepop', options } });
  expect(await secretOf(project?.id ?? '')).toMatchObject({ origin: options.base, value: 'eyp_typed' });
});

test('what concerns capturing is kept at once, and said as it is; the keys are the browser’s to change', async () => {
  await openOptions('#capture');
  const stored = async () =>
    (await rows(session.foil, 'values')).filter(isRecord).find((value) => 'menuEverywhere' in value);
  const everywhere = page.getByRole('checkbox', { name: say('options_everywhere') });
  await everywhere.click();
  await until('it is kept', async () => (await stored())?.['menuEverywhere'] === true);
  // Changed elsewhere, it changes here.
  await askFoil(session.foil, 'setPreference', 'menuEverywhere', false);
  await until('it is off again', async () => !(await everywhere.isChecked()));

  const least = page.getByRole('spinbutton', { name: say('options_least') });
  await type(least, '3');
  await least.press('Tab');
  await until('no less than makes sense', async () => (await least.inputValue()) === '16');
  expect(await stored()).toMatchObject({ sweepLeast: 16, menuEverywhere: false });
  expect(await text(page, 'options_open').count()).toBe(0);

  const shortcuts = region(page, 'options_shortcuts').getByRole('listitem');
  expect(await shortcuts.first().textContent()).toBe(`${say('command_positive')}AltShift1`);
  expect(await shortcuts.filter({ hasText: say('command_again') }).textContent()).toContain(say('options_no_keys'));
  const opened = session.browser.context.waitForEvent('page');
  await button(page, 'options_change_keys').click();
  const settings = await opened;
  await until('the browser’s own page', () => settings.url() === 'chrome://extensions/shortcuts');
  await settings.close();
});
