import { type Answer, Refusal } from './answer.ts';
import { type Call, choice, findAsset, findDataset, flag, required } from './call.ts';
import { assetView } from './view.ts';
import type { Annotation, StoredAsset } from './wire.ts';

const MODES = ['all_assets', 'annotated_only', 'manual_annotated_only', 'auto_annotated_only'] as const;

/** Takes the bytes as they are. The same upload again makes another asset. */
export function upload(call: Call): Answer {
  const { world, body, record } = call;
  const dataset = findDataset(call, required(call, 'dataset_uuid'));
  const atOnce = flag(call, 'sync_transform');
  const mime = checkUpload(call);
  const externalId = call.query.get('external_id') || null;
  const asset = world.store.addAsset({ datasetUuid: dataset.uuid, bytes: body, mime, externalId });
  world.transforms.start(asset, body, atOnce);
  record.assetUuid = asset.uuid;
  return { status: 200, json: assetView(asset, false) };
}

/** The bare media type. @throws Refusal 413 or 422 */
function checkUpload({ body, tooLarge, contentType, world }: Call): string {
  const mime = contentType.split(';', 1).join('').trim().toLowerCase();
  if (tooLarge) throw new Refusal(413, `at most ${world.settings.maxBytes} bytes`);
  if (body.length === 0) throw new Refusal(422, 'the body is empty');
  if (!world.settings.mimeTypes.includes(mime)) throw new Refusal(422, `unsupported Content-Type "${mime}"`);
  return mime;
}

/** All at once, there is no paging. Each list is a look at every asset in it. */
export function listAssets(call: Call): Answer {
  const { store, transforms } = call.world;
  const dataset = findDataset(call, required(call, 'dataset_uuid'));
  const mode = choice(call, 'inclusion_mode', MODES);
  const withAnnotations = flag(call, 'include_annotations');
  const assets = store.assetsOf(dataset.uuid);
  for (const asset of assets) transforms.look(asset);
  const included = assets.filter(({ annotations }) => isIncluded(mode, annotations));
  return { status: 200, json: included.map((asset) => assetView(asset, withAnnotations)) };
}

function isIncluded(mode: (typeof MODES)[number], annotations: readonly Annotation[]): boolean {
  const byHand = annotations.some(({ type }) => type === 'ground_truth');
  if (mode === 'manual_annotated_only') return byHand;
  if (mode === 'auto_annotated_only') return annotations.some(({ type }) => type === 'auto');
  return mode === 'all_assets' || annotations.length > 0;
}

export function getAsset(call: Call): Answer {
  const asset: StoredAsset = findAsset(call);
  call.world.transforms.look(asset);
  return { status: 200, json: assetView(asset, flag(call, 'include_annotations')) };
}

/** A second time it is gone: 404. */
export function deleteAsset(call: Call): Answer {
  call.world.store.assets.delete(findAsset(call).uuid);
  return { status: 204 };
}
