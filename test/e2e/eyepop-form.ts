import type { Page } from 'playwright-core';
import type { EyePopServer } from '../servers/eyepop.ts';
import { choice, field, text } from './controls.ts';

export interface EyePopForm {
  readonly base: string;
  readonly account?: string;
  readonly key?: string;
  /** A dashboard address, or an id. */
  readonly dataset?: string;
}

/** Chooses EyePop on a project's page and types what it needs. */
export async function fillEyePop(page: Page, { base, account, key, dataset }: EyePopForm): Promise<void> {
  await choice(page, 'destination_eyepop').check();
  if (!(await field(page, 'eyepop_base').isVisible())) await text(page, 'eyepop_advanced').click();
  // All of these are pasted.
  await field(page, 'eyepop_base').fill(base);
  if (account !== undefined) await field(page, 'eyepop_account').fill(account);
  if (key !== undefined) await field(page, 'eyepop_key').fill(key);
  if (dataset !== undefined) await field(page, 'eyepop_dataset').fill(dataset);
}

/** The address of a dataset as the dashboard shows it. */
export function dashboardAddress({ accountUuid }: EyePopServer, dataset: string): string {
  const query = new URLSearchParams({
    type: 'object',
    step: 'autoLabel',
    datasetUUID: dataset,
    accountUUID: accountUuid,
  });
  return `https://dashboard.eyepop.ai/wizardModel?${query}`;
}

/** The id of the dataset that has this name. */
export function datasetNamed({ datasets }: EyePopServer, name: string): string {
  const dataset = datasets.find((one) => one.name === name);
  if (!dataset) throw new Error(`the stand-in has no dataset “${name}”`);
  return dataset.uuid;
}
