import { createHash } from 'node:crypto';
import { strictClock } from './clock.ts';
import { readImage } from './image.ts';
import type { DatasetOptions, Settings } from './options.ts';
import type { StoredAsset, StoredDataset } from './wire.ts';

export interface NewAsset {
  readonly datasetUuid: string;
  readonly bytes: Buffer;
  readonly mime: string;
  readonly externalId: string | null;
  readonly createdAt?: string;
}

/** What the service remembers. Nothing here looks for a repeat: the same upload twice makes two assets. */
export interface Store {
  readonly datasets: Map<string, StoredDataset>;
  readonly assets: Map<string, StoredAsset>;
  readonly stamp: () => string;
  addDataset(options: DatasetOptions): StoredDataset;
  addAsset(asset: NewAsset): StoredAsset;
  assetsOf(datasetUuid: string): StoredAsset[];
}

export function createStore(settings: Settings): Store {
  const stamp = strictClock(settings.now);
  const nextId = idSequence(settings.accountUuid);
  const datasets = new Map<string, StoredDataset>();
  const assets = new Map<string, StoredAsset>();
  const store: Store = {
    datasets,
    assets,
    stamp,
    addDataset: (options) => put(datasets, newDataset(options, settings.accountUuid, nextId, stamp())),
    addAsset: (asset) => put(assets, newAsset(asset, nextId('asset'), asset.createdAt ?? stamp())),
    assetsOf: (datasetUuid) => [...assets.values()].filter((asset) => asset.dataset_uuid === datasetUuid),
  };
  for (const options of settings.datasets) store.addDataset(options);
  return store;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function put<T extends { readonly uuid: string }>(map: Map<string, T>, item: T): T {
  map.set(item.uuid, item);
  return item;
}

/** The same ids in every run, in no order: a client that takes the smallest id for the oldest is found out. */
function idSequence(seed: string): (kind: string) => string {
  let made = 0;
  return (kind) => sha256(Buffer.from(`${seed} ${kind} ${made++}`)).slice(0, 32);
}

function newDataset(
  options: DatasetOptions,
  account: string,
  nextId: (kind: string) => string,
  now: string,
): StoredDataset {
  return {
    uuid: options.uuid ?? nextId('dataset'),
    account_uuid: options.accountUuid ?? account,
    name: options.name,
    description: null,
    tags: [],
    labels: options.labels,
    task: options.task ?? 'object_detection',
    legacyLabels: options.legacyLabels ?? false,
    created_at: now,
    updated_at: now,
    autoAnnotateRuns: 0,
  };
}

function newAsset({ datasetUuid, bytes, mime, externalId }: NewAsset, uuid: string, createdAt: string): StoredAsset {
  const image = readImage(bytes);
  return {
    uuid,
    dataset_uuid: datasetUuid,
    external_id: externalId,
    sha256: sha256(bytes),
    file_size_bytes: bytes.length,
    mime_type: mime,
    width: image?.width ?? null,
    height: image?.height ?? null,
    status: 'transform_in_progress',
    status_message: null,
    annotations: [],
    created_at: createdAt,
    updated_at: createdAt,
  };
}
