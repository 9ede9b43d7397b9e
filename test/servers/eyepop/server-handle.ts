import type { FaultHandle, FaultSpec } from './fault-spec.ts';
import { readImage } from './image.ts';
import type { Ledger } from './ledger.ts';
import { countTraining, type Training } from './training.ts';
import type { Annotation, AssetStatus, StoredAsset, StoredDataset } from './wire.ts';
import { DATA_PATH, type World } from './world.ts';

/** What is left out: an approved ground truth, by a person. */
export type AnnotationInput = Pick<Annotation, 'predictions'> & Partial<Annotation>;

export interface AssetInput {
  readonly bytes: Uint8Array;
  /** `null` when left out, as for an image that came another way than through Foil. */
  readonly externalId?: string | null;
  readonly annotations?: readonly AnnotationInput[];
  /** ISO; may lie before, or coincide with, that of another asset. */
  readonly createdAt?: string;
}

/** What EyePop's own backend helper hands to a client in place of an API key. */
export interface EyePopSession {
  readonly eyepopUrl: string;
  readonly accessToken: string;
  /** Ms since 1970. */
  readonly validUntil: number;
  readonly accountId: string;
  readonly datasetApiUrl: string;
}

/** The running stand-in. What it returns about assets and datasets are copies. */
export interface EyePopServer extends Pick<Ledger, 'requests' | 'on' | 'waitFor'> {
  readonly origin: string;
  readonly apiKey: string;
  readonly accountUuid: string;
  readonly datasets: readonly StoredDataset[];
  /** Cuts every connection, drops what is held, and frees the port. */
  close(): Promise<void>;

  assets(datasetUuid: string): StoredAsset[];
  training(datasetUuid: string): Training;

  fault(spec: FaultSpec): FaultHandle;
  /** Those that still have something to strike. */
  readonly faults: readonly FaultSpec[];
  clearFaults(): void;
  expireTokens(): void;
  session(): EyePopSession;

  /** An asset that somebody else brought: accepted at once, without a request. */
  addAsset(datasetUuid: string, asset: AssetInput): StoredAsset;
  /** What somebody else says about an asset. */
  annotate(assetUuid: string, annotation: AnnotationInput): void;
  /** Somebody else deletes it. */
  removeAsset(assetUuid: string): void;
  /** Ends the asset's transform with this status. */
  setStatus(assetUuid: string, status: AssetStatus, message?: string): void;
}

export function handleOf(world: World, origin: string, close: () => Promise<void>): EyePopServer {
  const { store, ledger, faults, settings } = world;
  return {
    origin,
    apiKey: settings.apiKey,
    accountUuid: settings.accountUuid,
    close,
    ...ledger,
    ...faultControls(world, origin),
    ...otherPeople(world),
    assets: (uuid) => structuredClone(store.assetsOf(uuid)),
    training: (uuid) => countTraining(findDataset(world, uuid), structuredClone(store.assetsOf(uuid))),
    get datasets() {
      return structuredClone([...store.datasets.values()]);
    },
    get faults() {
      return faults.pending();
    },
  };
}

type FaultControls = Pick<EyePopServer, 'fault' | 'clearFaults' | 'expireTokens' | 'session' | 'setStatus'>;

function faultControls(world: World, origin: string): FaultControls {
  const { faults, tokens, transforms } = world;
  return {
    fault: faults.add,
    clearFaults: faults.clear,
    expireTokens: tokens.expireAll,
    session: () => newSession(world, origin),
    setStatus: (uuid, status, message) => transforms.settle(findAsset(world, uuid), status, message ?? null),
  };
}

function otherPeople(world: World): Pick<EyePopServer, 'addAsset' | 'annotate' | 'removeAsset'> {
  return {
    addAsset: (uuid, input) => structuredClone(addAsset(world, findDataset(world, uuid), input)),
    annotate: (uuid, annotation) => addAnnotation(findAsset(world, uuid), annotation),
    removeAsset: (uuid) => void world.store.assets.delete(findAsset(world, uuid).uuid),
  };
}

function findAsset({ store }: World, uuid: string): StoredAsset {
  return found(store.assets.get(uuid), 'asset', uuid);
}

function findDataset({ store }: World, uuid: string): StoredDataset {
  return found(store.datasets.get(uuid), 'dataset', uuid);
}

function found<T>(item: T | undefined, kind: string, uuid: string): T {
  if (item === undefined) throw new Error(`the stand-in has no ${kind} ${uuid}`);
  return item;
}

function newSession({ tokens, settings }: World, origin: string): EyePopSession {
  const { token, validUntil } = tokens.issue();
  const datasetApiUrl = `${origin}${DATA_PATH}`;
  return { eyepopUrl: origin, accessToken: token, validUntil, accountId: settings.accountUuid, datasetApiUrl };
}

function addAsset({ store }: World, { uuid: datasetUuid }: StoredDataset, input: AssetInput): StoredAsset {
  const bytes = Buffer.from(input.bytes);
  const mime = readImage(bytes)?.mime ?? 'application/octet-stream';
  const { createdAt, externalId = null, annotations = [] } = input;
  const asset = store.addAsset({ datasetUuid, bytes, mime, externalId, ...(createdAt !== undefined && { createdAt }) });
  asset.status = 'accepted';
  for (const annotation of annotations) addAnnotation(asset, annotation);
  return asset;
}

function addAnnotation(asset: StoredAsset, annotation: AnnotationInput): void {
  const byAPerson = { type: 'ground_truth', user_review: 'approved', auto_annotate: null } as const;
  asset.annotations = [...asset.annotations, { ...byAPerson, ...annotation }];
}
