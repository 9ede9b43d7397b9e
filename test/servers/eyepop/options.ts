import type { PredictedObject, StoredAsset, Task } from './wire.ts';

export interface DatasetOptions {
  /** Taken from a fixed sequence when left out. */
  readonly uuid?: string;
  readonly name: string;
  readonly labels: readonly string[];
  /** `object_detection` when left out. */
  readonly task?: Task;
  /** Another account's dataset answers 403. The server's own account when left out. */
  readonly accountUuid?: string;
  /** Says the labels in `candidate_labels`, with `prompts` null, as an older dataset does. */
  readonly legacyLabels?: boolean;
}

export interface EyePopOptions {
  readonly apiKey?: string;
  readonly accountUuid?: string;
  readonly datasets?: readonly DatasetOptions[];
  /** Seconds. */
  readonly tokenLifetime?: number;
  /** With which look (GET of the asset, or a list) an upload is `accepted`; 0: in the answer of the POST; Infinity: never. */
  readonly transformPolls?: number;
  /** Whether `configs` names the data API by a path (`/data`) or by a whole URL. */
  readonly relativeDataUrl?: boolean;
  /** `keep-alive` leaves connections open, so that a browser repeats a POST by itself when one is cut. */
  readonly connection?: 'keep-alive' | 'close';
  /** Uploads above this many bytes answer 413. */
  readonly maxBytes?: number;
  /** The `Content-Type`s an upload may have. */
  readonly mimeTypes?: readonly string[];
  /** Whether each accepted asset carries a machine's annotation whose predictions are `null`, as a real one may. */
  readonly enrichment?: boolean;
  /** What auto-labelling finds in an asset; nothing when left out. */
  readonly autoLabel?: (asset: StoredAsset) => readonly PredictedObject[];
  /** The server's clock, in ms since 1970. */
  readonly now?: () => number;
}

export type Settings = Required<EyePopOptions>;

const DEFAULTS: Settings = {
  apiKey: 'eyp_test',
  accountUuid: 'acc0'.repeat(8),
  datasets: [{ name: 'Dogs', labels: ['dog'] }],
  tokenLifetime: 3600,
  transformPolls: 1,
  relativeDataUrl: true,
  connection: 'keep-alive',
  maxBytes: 32 * 1024 * 1024,
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  enrichment: true,
  autoLabel: () => [],
  now: Date.now,
};

export function withDefaults(options: EyePopOptions): Settings {
  return { ...DEFAULTS, ...options };
}
