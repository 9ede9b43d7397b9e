import { Refusal } from './answer.ts';
import { isRecord } from './is-record.ts';
import type { PredictedClass, PredictedObject, Prediction, StoredAsset } from './wire.ts';

/** Boxes drawn on a scaled picture may end a rounding error outside of it. */
const SLACK = 1e-6;

/**
 * A ground truth as training can use it: at least one prediction, each with the asset's own size and its `objects`
 * (none of them: a negative) or `classes`.
 * @throws Refusal 422 naming what is wrong
 */
export function parsePredictions(body: unknown, asset: StoredAsset): Prediction[] {
  if (!Array.isArray(body)) throw new Refusal(422, 'the body must be a list of predictions');
  if (body.length === 0) throw new Refusal(422, 'a list without a prediction says nothing');
  return body.map((prediction: unknown) => parsePrediction(prediction, asset));
}

function parsePrediction(value: unknown, asset: StoredAsset): Prediction {
  if (!isRecord(value)) throw new Refusal(422, 'a prediction must be an object');
  const source_width = side(value, 'source_width', asset.width);
  const source_height = side(value, 'source_height', asset.height);
  const objects = list(value, 'objects')?.map((object) => parseObject(object, source_width, source_height));
  const classes = list(value, 'classes')?.map(parseClass);
  if (objects === undefined && classes === undefined) throw new Refusal(422, 'a prediction needs objects or classes');
  return { source_width, source_height, ...(objects && { objects }), ...(classes && { classes }) };
}

function side(prediction: Readonly<Record<string, unknown>>, name: string, real: number | null): number {
  const length = number(prediction, name);
  if (length <= 0) throw new Refusal(422, `${name} must be positive`);
  if (real !== null && length !== real) throw new Refusal(422, `${name} is ${length}, the asset's is ${real}`);
  return length;
}

function parseObject(value: unknown, right: number, bottom: number): PredictedObject {
  const { classLabel } = parseClass(value);
  if (!isRecord(value)) throw new Refusal(422, 'an object must be one');
  const [x, y, width, height] = [
    number(value, 'x'),
    number(value, 'y'),
    number(value, 'width'),
    number(value, 'height'),
  ];
  const inside = x >= -SLACK && y >= -SLACK && x + width <= right + SLACK && y + height <= bottom + SLACK;
  if (!inside || width <= 0 || height <= 0) throw new Refusal(422, 'a box must lie in the image and have an area');
  return { x, y, width, height, classLabel, ...confidence(value) };
}

function parseClass(value: unknown): PredictedClass {
  const { classLabel } = isRecord(value) ? value : {};
  if (typeof classLabel !== 'string' || classLabel === '') throw new Refusal(422, 'classLabel is required');
  return { classLabel, ...confidence(value) };
}

function confidence(value: unknown): Pick<PredictedClass, 'confidence'> {
  const { confidence } = isRecord(value) ? value : {};
  return typeof confidence === 'number' ? { confidence } : {};
}

function list(prediction: Readonly<Record<string, unknown>>, name: string): readonly unknown[] | undefined {
  const value = prediction[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new Refusal(422, `${name} must be a list`);
  return value;
}

function number(record: Readonly<Record<string, unknown>>, name: string): number {
  const value = record[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal(422, `${name} must be a number`);
  return value;
}
