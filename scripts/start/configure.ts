import type { Page } from 'playwright-core';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { rows } from '../../test/e2e/foil.ts';
import { DATASET, type Stage } from './stage.ts';

/** On the Options page, as a person does: names the project, and connects it to the stand-in's dataset. @returns its id */
export async function sendToEyePop({ browser, eyepop }: Stage): Promise<string> {
  const [project] = await rows(await browser.worker(), 'projects');
  if (!project) throw new Error('Foil has no project.');
  const page = await browser.openPage(`src/options/index.html#project=${project.id}`);
  await page.bringToFront();
  await field(page, 'options_target').fill('cat');
  await field(page, 'options_name').fill('Cats');
  await page.getByRole('radio', { name: messages.destination_eyepop.message }).check();
  await page.getByText(messages.eyepop_advanced.message, { exact: true }).click();
  await field(page, 'eyepop_base').fill(eyepop.origin);
  await field(page, 'eyepop_account').fill(eyepop.accountUuid);
  await field(page, 'eyepop_key').fill(eyepop.apiKey);
  await button(page, 'eyepop_show').click();
  await page.getByRole('radio', { name: DATASET.name }).check();
  await button(page, 'options_test').click();
  await page.getByText(messages.options_found.message.replace('$1', DATASET.name)).waitFor();
  await button(page, 'options_save').click();
  return project.id;
}

/** Foil has been asked for a destination only now: what was tagged before goes there on this click. */
export async function sendAll({ browser }: Stage, count: number): Promise<void> {
  const page = browser.context.pages().find((open) => open.url().includes('src/options/'));
  await page?.getByRole('button', { name: messages.options_send.message.replace('$1', String(count)) }).click();
}

type Word = keyof typeof messages;

function field(page: Page, label: Word) {
  return page.getByLabel(messages[label].message, { exact: true });
}

function button(page: Page, name: Word) {
  return page.getByRole('button', { name: messages[name].message, exact: true });
}
