import type { Capture } from '../../core/capture.ts';
import type { Checked, Choice } from '../../core/connection.ts';
import { Failure } from '../../core/failure.ts';
import type { Receipt } from '../../core/sync.ts';
import { isNegative } from '../../core/tag.ts';
import type { Destination, Held, Run } from '../contract.ts';
import type { Asset, Dataset } from './api.ts';
import {
  assertEmpty,
  deleteAsset,
  dropGroundTruth,
  fetchAsset,
  isRefusedAsset,
  listAssets,
  uploadAsset,
  waitUntilAccepted,
} from './assets.ts';
import { dashboardLink } from './dashboard.ts';
import { fetchDataset, fetchDatasets, labelsInQuestion, mayDeny } from './dataset.ts';
import { externalIdOf, parseExternalId } from './external-id.ts';
import { type EyePopOptions, eyepopMeta } from './meta.ts';

/** An asset without ground truth is to EyePop what a positive is to us: a picture that waits for labels. */
const UNLABELLED = 'positive';

async function upload(capture: Capture, original: Blob, options: EyePopOptions, run: Run): Promise<Receipt> {
  if (isNegative(capture.tag)) await askedAboutLabels(options, run);
  const sent = await uploadAsset(original, externalIdOf(capture.tag, capture.sha256), options, run);
  const place = eyepopMeta.place(options);
  const receipt: Receipt = { place, id: sent.uuid, tag: UNLABELLED, brought: true };
  run.onProgress?.(0.5);
  return applyTag(await waitUntilAccepted(sent, options, run), receipt, capture, options, run);
}

async function change(receipt: Receipt, capture: Capture, options: EyePopOptions, run: Run): Promise<Receipt> {
  const asset = await waitUntilAccepted(await fetchAsset(receipt.id, options, run), options, run);
  return applyTag(asset, receipt, capture, options, run);
}

/** Brings an accepted asset to what the tag means here: an approved empty ground truth, or none. */
async function applyTag(
  asset: Asset,
  receipt: Receipt,
  capture: Capture,
  options: EyePopOptions,
  run: Run,
): Promise<Receipt> {
  const negative = isNegative(capture.tag) && (await askedAboutLabels(options, run));
  if (asset.reviewed) throw new Failure('labelled-by-others');
  if (negative && asset.groundTruth !== 'empty') await assertEmpty(asset, capture.image, options, run);
  if (!negative && asset.groundTruth === 'empty') await dropGroundTruth(asset, options, run);
  return { ...receipt, tag: capture.tag };
}

/** Whether negatives are written as such. @throws Failure `negative-unanswered`, `negative-form-unknown` */
async function askedAboutLabels(options: EyePopOptions, run: Run): Promise<boolean> {
  const dataset = await datasetOf(options, run);
  if (!isDetection(dataset)) throw new Failure('negative-form-unknown');
  const answer = mayDeny(dataset, run);
  if (answer === undefined) throw new Failure('negative-unanswered');
  return answer;
}

/** One look at the dataset's labels a run: they seldom change, and the next run sees it when they do. */
const datasets = new WeakMap<AbortSignal, ReturnType<typeof fetchDataset>>();

function datasetOf(options: EyePopOptions, run: Run): ReturnType<typeof fetchDataset> {
  const known = datasets.get(run.signal) ?? fetchDataset(options, run);
  datasets.set(run.signal, known);
  known.catch(() => datasets.delete(run.signal));
  return known;
}

/** The one kind whose negative form is known. Older datasets name none. */
function isDetection({ task }: Dataset): boolean {
  return task === undefined || task === 'object_detection';
}

async function remove(receipt: Receipt, options: EyePopOptions, run: Run): Promise<void> {
  await deleteAsset(receipt.id, options, run);
}

async function survey(options: EyePopOptions, run: Run): Promise<readonly Held[]> {
  const dataset = await datasetOf(options, run);
  if (!isDetection(dataset)) throw new Failure('negative-form-unknown');
  const assets = await listAssets(options, run);
  return assets.flatMap((asset) => heldOf(asset, eyepopMeta.place(options)));
}

function heldOf(asset: Asset, place: string): Held[] {
  const said = parseExternalId(asset.externalId);
  if (!said) return [];
  const empty = isNegative(said.tag) ? said.tag : 'context-negative';
  const tag = asset.groundTruth === 'empty' ? empty : UNLABELLED;
  const receipt = { place, id: asset.uuid, tag, brought: false } as const;
  const held = { ...said, createdAt: asset.createdAt, receipt, claimed: asset.reviewed };
  return [isRefusedAsset(asset) ? { ...held, refused: asset.status.slice(0, 40) } : held];
}

async function check(options: EyePopOptions, run: Run): Promise<Checked> {
  if (options.dataset === undefined) {
    await fetchDatasets(options, run);
    throw new Failure('dataset-unchosen');
  }
  const dataset = await fetchDataset(options, run);
  if (!isDetection(dataset)) throw new Failure('negative-form-unknown');
  return {
    ok: true,
    name: dataset.name,
    labels: dataset.labels,
    question: labelsInQuestion(dataset.labels, run.target),
    link: dashboardLink({ account: dataset.account ?? options.account, dataset: dataset.uuid }),
  };
}

async function choices(options: EyePopOptions, run: Run): Promise<readonly Choice[]> {
  const found = await fetchDatasets(options, run);
  return found.map(({ uuid, name, assets }) =>
    assets === undefined ? { id: uuid, name } : { id: uuid, name, size: assets },
  );
}

export const eyepopDestination: Destination<EyePopOptions> = { upload, change, remove, survey, check, choices };
