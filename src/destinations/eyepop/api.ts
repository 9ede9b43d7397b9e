import { Failure } from '../../core/failure.ts';
import { isRecord, listAt, numberAt, textAt } from '../../core/json.ts';
import type { Run } from '../contract.ts';
import { passOver, readJson, send, statusFailure } from '../http.ts';
import type { EyePopOptions } from './meta.ts';
import { sessionOf } from './session.ts';

/** How an asset's approved ground truth reads: a negative is `empty`. */
export type GroundTruth = 'none' | 'empty' | 'objects';

export interface Asset {
  readonly uuid: string;
  readonly externalId: string | undefined;
  readonly status: string;
  /** In pixels, as EyePop stored it; `undefined` until it knows. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly createdAt: string;
  readonly groundTruth: GroundTruth;
  /** Somebody drew or reviewed something on it: no longer ours alone. */
  readonly reviewed: boolean;
}

export interface Dataset {
  readonly uuid: string;
  readonly name: string;
  readonly account: string | undefined;
  readonly labels: readonly string[];
  readonly task: string | undefined;
  readonly assets: number | undefined;
}

interface Call {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly time?: number;
}

/** Calls the dataset API; after a 401 once more with a fresh token. Anything but a 2xx is a `Failure`. */
export async function call(
  path: string,
  { query = {}, ...request }: Call,
  options: EyePopOptions,
  run: Run,
): Promise<Response> {
  const search = new URLSearchParams(query).toString();
  const attempt = async (token: string, dataUrl: string) =>
    send({
      method: 'GET',
      ...request,
      url: `${dataUrl}${path}${search ? `?${search}` : ''}`,
      headers: { ...request.headers, Authorization: `Bearer ${token}` },
      signal: run.signal,
    });
  const session = await sessionOf(options, run);
  const first = await attempt(session.token, session.dataUrl);
  if (first.status !== 401) return succeed(first);
  await passOver(first);
  const renewed = await sessionOf(options, run, session);
  return succeed(await attempt(renewed.token, renewed.dataUrl));
}

function succeed(answer: Response): Response {
  if (answer.ok) return answer;
  void answer.body?.cancel();
  throw statusFailure(answer);
}

export async function callJson(path: string, request: Call, options: EyePopOptions, run: Run): Promise<unknown> {
  return readJson(await call(path, request, options, run));
}

/** A list out of an answer. @throws Failure `unexpected-answer` */
export function expectList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Failure('unexpected-answer', { fact: 'no list' });
  return value;
}

/** An asset out of an answer. @throws Failure `unexpected-answer` */
export function parseAsset(value: unknown): Asset {
  const uuid = textAt(value, 'uuid');
  if (uuid === undefined) throw new Failure('unexpected-answer', { fact: 'asset without uuid' });
  const annotations = listAt(value, 'annotations');
  return {
    uuid,
    externalId: textAt(value, 'external_id'),
    status: textAt(value, 'status') ?? 'unknown',
    width: numberAt(value, 'original_image_width'),
    height: numberAt(value, 'original_image_height'),
    createdAt: textAt(value, 'created_at') ?? '',
    groundTruth: groundTruthOf(annotations),
    reviewed: annotations.some(isWorkOfOthers),
  };
}

function groundTruthOf(annotations: readonly unknown[]): GroundTruth {
  const approved = annotations.filter(
    (item) => textAt(item, 'type') === 'ground_truth' && textAt(item, 'user_review') === 'approved',
  );
  if (approved.some(hasContent)) return 'objects';
  return approved.some(isEmptyTruth) ? 'empty' : 'none';
}

/** Our own negative form: a prediction that is there, with `objects` that are there and empty. */
function isEmptyTruth(annotation: unknown): boolean {
  const predictions = listAt(annotation, 'predictions');
  return (
    predictions.length > 0 &&
    predictions.every((item) => isRecord(item) && Array.isArray(item['objects'])) &&
    !hasContent(annotation)
  );
}

function hasContent(annotation: unknown): boolean {
  return listAt(annotation, 'predictions').some(
    (item) => listAt(item, 'objects').length > 0 || listAt(item, 'classes').length > 0,
  );
}

/** Ground truth with something in it, or a machine's label that a person has reviewed. */
function isWorkOfOthers(annotation: unknown): boolean {
  if (textAt(annotation, 'type') === 'ground_truth') return hasContent(annotation);
  return (textAt(annotation, 'user_review') ?? 'unknown') !== 'unknown';
}

/** A dataset out of an answer. @throws Failure `unexpected-answer` */
export function parseDataset(value: unknown): Dataset {
  const uuid = textAt(value, 'uuid');
  if (uuid === undefined) throw new Failure('unexpected-answer', { fact: 'dataset without uuid' });
  const params = isRecord(value) ? value['auto_annotate_params'] : undefined;
  return {
    uuid,
    name: textAt(value, 'name') ?? uuid,
    account: textAt(value, 'account_uuid'),
    labels: labelsOf(params),
    task: textAt(params, 'task'),
    assets: sizeOf(value),
  };
}

function labelsOf(params: unknown): string[] {
  const prompts = listAt(params, 'prompts').map((prompt) => textAt(prompt, 'label'));
  const older = listAt(params, 'candidate_labels');
  const labels = [...prompts, ...(prompts.length > 0 ? [] : older)];
  return [...new Set(labels.filter((label): label is string => typeof label === 'string' && label !== ''))];
}

/** Assets in the editable draft, or in the newest version. */
function sizeOf(dataset: unknown): number | undefined {
  const versions = listAt(dataset, 'versions');
  const draft = versions.find((version) => isRecord(version) && version['modifiable'] === true) ?? versions.at(-1);
  return numberAt(isRecord(draft) ? draft['asset_stats'] : undefined, 'total');
}
