import { Failure } from '../../core/failure.ts';
import type { Run } from '../contract.ts';
import { passOver } from '../http.ts';
import { type Asset, call, callJson, expectList, parseAsset } from './api.ts';
import { chosenDataset, isRefused } from './dataset.ts';
import type { EyePopOptions } from './meta.ts';

/** EyePop works on an upload after its answer; how long that may take is not documented. In ms. */
const ACCEPT_TIME = 10 * 60_000;

/** An upload's answer may take as long as this, in ms: the background is kept alive meanwhile. */
const UPLOAD_TIME = 5 * 60_000;

/** First and longest pause between two looks at an asset, in ms. */
const LOOK = { first: 150, longest: 5_000 } as const;

const assetPath = (uuid: string) => `/assets/${encodeURIComponent(uuid)}`;

export async function uploadAsset(
  original: Blob,
  externalId: string,
  options: EyePopOptions,
  run: Run,
): Promise<Asset> {
  const request = {
    method: 'POST',
    query: { dataset_uuid: chosenDataset(options), external_id: externalId },
    headers: { 'Content-Type': original.type },
    body: original,
    time: UPLOAD_TIME,
  };
  return parseAsset(await callJson('/assets', request, options, run));
}

/** @throws Failure `gone` when it is no longer in the dataset */
export async function fetchAsset(uuid: string, options: EyePopOptions, run: Run): Promise<Asset> {
  const query = { dataset_uuid: chosenDataset(options), include_annotations: 'true' };
  try {
    return parseAsset(await callJson(assetPath(uuid), { query }, options, run));
  } catch (error) {
    throw isRefused(error, '404') ? new Failure('gone', { cause: error }) : error;
  }
}

/**
 * Looks at an asset until EyePop has accepted it; only then may it be annotated.
 *
 * @throws Failure `refused` when EyePop rejects it, `not-confirmed` when it takes too long
 */
export async function waitUntilAccepted(asset: Asset, options: EyePopOptions, run: Run): Promise<Asset> {
  const deadline = Date.now() + ACCEPT_TIME;
  let pause: number = LOOK.first;
  for (let seen = asset; ; seen = await fetchAsset(asset.uuid, options, run)) {
    if (seen.status === 'accepted') return seen;
    if (isRefusedAsset(seen)) throw new Failure('refused', { fact: seen.status.slice(0, 40) });
    if (Date.now() > deadline) throw new Failure('not-confirmed', { fact: seen.status.slice(0, 40) });
    await delay(pause, run.signal);
    pause = Math.min(pause * 1.5, LOOK.longest);
  }
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new Failure('unreachable', { cause: signal.reason }));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** EyePop looked at it and will not take it: no annotation helps. */
export function isRefusedAsset({ status }: Asset): boolean {
  return /rejected|failed/.test(status);
}

export async function deleteAsset(uuid: string, options: EyePopOptions, run: Run): Promise<void> {
  const query = { dataset_uuid: chosenDataset(options) };
  try {
    await passOver(await call(assetPath(uuid), { method: 'DELETE', query }, options, run));
  } catch (error) {
    // Gone is what was wanted: a repeated request, or somebody was faster.
    if (!isRefused(error, '404')) throw error;
  }
}

export async function listAssets(options: EyePopOptions, run: Run): Promise<Asset[]> {
  const query = {
    dataset_uuid: chosenDataset(options),
    include_annotations: 'true',
    inclusion_mode: 'all_assets',
  };
  return expectList(await callJson('/assets', { query, time: 5 * 60_000 }, options, run)).map(parseAsset);
}

/** Says that an asset shows none of the dataset's labels, and looks whether EyePop took it so. */
export async function assertEmpty(asset: Asset, size: Size, options: EyePopOptions, run: Run): Promise<void> {
  const prediction = {
    source_width: asset.width ?? size.width,
    source_height: asset.height ?? size.height,
    objects: [],
  };
  const request = {
    method: 'POST',
    query: { dataset_uuid: chosenDataset(options), user_review: 'approved' },
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([prediction]),
  };
  await passOver(await call(`${assetPath(asset.uuid)}/annotations`, request, options, run));
  await expectTruth(asset.uuid, 'empty', options, run);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export async function dropGroundTruth(asset: Asset, options: EyePopOptions, run: Run): Promise<void> {
  const request = { method: 'DELETE', query: { dataset_uuid: chosenDataset(options) } };
  await passOver(await call(`${assetPath(asset.uuid)}/ground_truth`, request, options, run));
  await expectTruth(asset.uuid, 'none', options, run);
}

/** What these calls answer is undocumented: what counts is what the asset shows afterwards. */
async function expectTruth(
  uuid: string,
  expected: Asset['groundTruth'],
  options: EyePopOptions,
  run: Run,
): Promise<void> {
  const { groundTruth } = await fetchAsset(uuid, options, run);
  if (groundTruth !== expected) throw new Failure('not-confirmed', { fact: `ground truth ${groundTruth}` });
}
