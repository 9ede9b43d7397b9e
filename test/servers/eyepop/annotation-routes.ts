import { type Answer, Refusal } from './answer.ts';
import { type Call, choice, findAsset, jsonBody } from './call.ts';
import { parsePredictions } from './predictions.ts';
import { type Annotation, type StoredAsset, USER_REVIEWS } from './wire.ts';

/** Adds a ground truth; the same one again stands there twice. What it answers is undocumented, so: nothing. */
export function annotate(call: Call): Answer {
  const asset = findAcceptedAsset(call);
  const user_review = choice(call, 'user_review', ['approved']);
  const auto_annotate = call.query.get('auto_annotate') || null;
  const predictions = parsePredictions(jsonBody(call), asset);
  const type = auto_annotate === null ? 'ground_truth' : 'auto';
  replace(call, asset, [...asset.annotations, { type, user_review, auto_annotate, predictions }]);
  return { status: 201 };
}

/** Changes the review alone: of the ground truths, or of what the machine named by `auto_annotate` said. */
export function review(call: Call): Answer {
  const asset = findAcceptedAsset(call);
  const user_review = choice(call, 'user_review', USER_REVIEWS);
  const machine = call.query.get('auto_annotate') || null;
  const meant = (annotation: Annotation) => annotation.auto_annotate === machine;
  if (!asset.annotations.some(meant)) throw new Refusal(404, 'no such annotation');
  replace(
    call,
    asset,
    asset.annotations.map((annotation) => (meant(annotation) ? { ...annotation, user_review } : annotation)),
  );
  return { status: 200, text: 'OK' };
}

/** In place of every ground truth that was there. */
export function setGroundTruth(call: Call): Answer {
  const asset = findAcceptedAsset(call);
  const predictions = parsePredictions(jsonBody(call), asset);
  const truth: Annotation = { type: 'ground_truth', user_review: 'approved', auto_annotate: null, predictions };
  replace(call, asset, [...withoutGroundTruth(asset), truth]);
  return { status: 200, json: null };
}

export function dropGroundTruth(call: Call): Answer {
  const asset = findAsset(call);
  replace(call, asset, withoutGroundTruth(asset));
  return { status: 204 };
}

/** @throws Refusal 409 while an asset is not accepted (EYEPOP.md, "Wait for `accepted` first"), and as `findAsset` */
function findAcceptedAsset(call: Call): StoredAsset {
  const asset = findAsset(call);
  if (asset.status !== 'accepted') throw new Refusal(409, `the asset is ${asset.status}`);
  return asset;
}

function withoutGroundTruth({ annotations }: StoredAsset): Annotation[] {
  return annotations.filter(({ type }) => type !== 'ground_truth');
}

function replace({ world }: Call, asset: StoredAsset, annotations: readonly Annotation[]): void {
  Object.assign(asset, { annotations, updated_at: world.store.stamp() });
}
