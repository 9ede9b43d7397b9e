import { Failure } from '../../core/failure.ts';
import type { Run } from '../contract.ts';
import { callJson, type Dataset, expectList, parseDataset } from './api.ts';
import type { EyePopOptions } from './meta.ts';

/** The chosen dataset's id. @throws Failure `dataset-unchosen` */
export function chosenDataset({ dataset }: EyePopOptions): string {
  if (dataset === undefined) throw new Failure('dataset-unchosen');
  return dataset;
}

/** @throws Failure `dataset-missing` when there is none of that id (any more) */
export async function fetchDataset(options: EyePopOptions, run: Run): Promise<Dataset> {
  const path = `/datasets/${encodeURIComponent(chosenDataset(options))}`;
  try {
    return parseDataset(await callJson(path, { query: { include_stats: 'true' } }, options, run));
  } catch (error) {
    throw isRefused(error, '404') ? new Failure('dataset-missing', { cause: error }) : error;
  }
}

export async function fetchDatasets(options: EyePopOptions, run: Run): Promise<Dataset[]> {
  const account: Record<string, string> = options.account === undefined ? {} : { account_uuid: options.account };
  const query = { ...account, include_stats: 'true', modifiable_version_only: 'true' };
  return expectList(await callJson('/datasets', { query }, options, run)).map(parseDataset);
}

/** Whether a failure is the server's plain refusal with this status. */
export function isRefused(error: unknown, status: string): boolean {
  return error instanceof Failure && error.fact === `HTTP ${status}`;
}

/**
 * The labels besides the target that a negative would deny (DESIGN.md, rule 7).
 * A dataset without labels, or with the target alone, leaves nothing to ask.
 */
export function labelsInQuestion(labels: readonly string[], target: string): string[] {
  const same = (label: string) => label.trim().toLowerCase() === target.trim().toLowerCase();
  return labels.filter((label) => !same(label));
}

/**
 * Whether a negative may deny every label of the dataset.
 *
 * @returns `undefined` when the person has not been asked about these labels yet
 */
export function mayDeny(dataset: Dataset, run: Pick<Run, 'target' | 'denial'>): boolean | undefined {
  const question = labelsInQuestion(dataset.labels, run.target);
  if (question.length === 0) return true;
  const { denial } = run;
  if (!denial?.all) return denial ? denial.all : undefined;
  return question.every((label) => denial.labels.includes(label)) ? true : undefined;
}
