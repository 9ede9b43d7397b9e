import { type Answer, Refusal } from './answer.ts';
import { type Call, checkAccount, choice, findDataset, flag, jsonBody, required } from './call.ts';
import { isRecord } from './is-record.ts';
import { datasetView } from './view.ts';
import type { PredictedObject, StoredAsset, StoredDataset } from './wire.ts';

export function listDatasets(call: Call): Answer {
  const account = required(call, 'account_uuid');
  checkAccount(call, account);
  const own = [...call.world.store.datasets.values()].filter((dataset) => dataset.account_uuid === account);
  return { status: 200, json: own.map((dataset) => view(call, dataset)) };
}

export function getDataset(call: Call): Answer {
  return { status: 200, json: view(call, findDataset(call, call.uuid)) };
}

export function createDataset(call: Call): Answer {
  checkAccount(call, required(call, 'account_uuid'));
  const { name, ...rest } = parseChange(jsonBody(call));
  if (name === undefined) throw new Refusal(422, 'name is required');
  const dataset = call.world.store.addDataset({ name, labels: [] });
  Object.assign(dataset, rest);
  return { status: 201, json: view(call, dataset) };
}

/** `start_auto_annotate` must be said: what the service does without it is not known. */
export function updateDataset(call: Call): Answer {
  const dataset = findDataset(call, call.uuid);
  const start = choice(call, 'start_auto_annotate', ['true', 'false']) === 'true';
  Object.assign(dataset, parseChange(jsonBody(call)), { updated_at: call.world.store.stamp() });
  if (start) runAutoAnnotate(call, dataset, Infinity);
  return { status: 200, json: view(call, dataset) };
}

export function autoAnnotate(call: Call): Answer {
  const dataset = findDataset(call, call.uuid);
  const most = call.query.has('max_assets') ? Number(required(call, 'max_assets')) : Infinity;
  if (!(most > 0)) throw new Refusal(422, 'max_assets must be a positive number');
  if (dataset.labels.length === 0) throw new Refusal(422, 'the dataset has no labels');
  runAutoAnnotate(call, dataset, most);
  return { status: 202 };
}

export function listModels(call: Call): Answer {
  findDataset(call, required(call, 'dataset_uuid'));
  return { status: 200, json: [] };
}

function view(call: Call, dataset: StoredDataset): Record<string, unknown> {
  return datasetView(dataset, flag(call, 'include_stats') ? call.world.store.assetsOf(dataset.uuid) : null);
}

type Change = Partial<Pick<StoredDataset, 'name' | 'description' | 'tags' | 'labels' | 'task'>>;

/** @throws Refusal 422 */
function parseChange(body: unknown): Change {
  if (!isRecord(body)) throw new Refusal(422, 'the body must be an object');
  const { name, description, tags, auto_annotate_params: params } = body;
  if (name !== undefined && (typeof name !== 'string' || name === '')) throw new Refusal(422, 'name must be a text');
  return {
    ...(name !== undefined && { name }),
    ...(typeof description === 'string' && { description }),
    ...(Array.isArray(tags) && { tags: tags.map(String) }),
    ...(isRecord(params) && parseParams(params)),
  };
}

/** @throws Refusal 422 */
function parseParams({ prompts, candidate_labels, task }: Readonly<Record<string, unknown>>): Change {
  const given: unknown = prompts ?? candidate_labels ?? [];
  if (!Array.isArray(given)) throw new Refusal(422, 'prompts must be a list');
  const labels = given.map(parseLabel);
  return { labels, ...((task === 'image_classification' || task === 'object_detection') && { task }) };
}

/** Of a prompt, or a candidate label itself. */
function parseLabel(given: unknown): string {
  const { label } = isRecord(given) ? given : { label: given };
  if (typeof label !== 'string' || label === '') throw new Refusal(422, 'a prompt has no label');
  return label;
}

function runAutoAnnotate({ world }: Call, dataset: StoredDataset, most: number): void {
  dataset.autoAnnotateRuns += 1;
  const accepted = world.store.assetsOf(dataset.uuid).filter(({ status }) => status === 'accepted');
  for (const asset of accepted.slice(0, most)) putAutoLabels(asset, world.settings.autoLabel(asset));
}

/** The new model's findings replace the last ones that nobody has reviewed. */
function putAutoLabels(asset: StoredAsset, objects: readonly PredictedObject[]): void {
  const { width, height } = asset;
  const predictions =
    width === null || height === null ? null : [{ source_width: width, source_height: height, objects }];
  const kept = asset.annotations.filter(({ type, user_review }) => type !== 'auto' || user_review !== 'unknown');
  asset.annotations = [...kept, { type: 'auto', user_review: 'unknown', auto_annotate: 'enrichment', predictions }];
}
