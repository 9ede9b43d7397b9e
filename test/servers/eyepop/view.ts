import type { StoredAsset, StoredDataset } from './wire.ts';

/** An asset as an answer shows it. Its size in pixels is known once it is accepted; without the flag, no annotations. */
export function assetView(asset: StoredAsset, withAnnotations: boolean): Record<string, unknown> {
  const { sha256: _, dataset_uuid: __, width, height, ...shared } = asset;
  const known = asset.status === 'accepted';
  return {
    ...shared,
    original_image_width: known ? width : null,
    original_image_height: known ? height : null,
    original_duration: null,
    original_frames: null,
    partition: null,
    review_priority: null,
    model_relevance: null,
    rois: [],
    annotations: withAnnotations ? asset.annotations : null,
  };
}

/** @param assets the dataset's, when the answer is to hold the statistics */
export function datasetView(dataset: StoredDataset, assets: readonly StoredAsset[] | null): Record<string, unknown> {
  const { labels: _, task: __, legacyLabels: ___, autoAnnotateRuns: ____, ...shared } = dataset;
  return {
    ...shared,
    auto_annotates: ['enrichment'],
    auto_annotate_params: paramsView(dataset),
    modifiable_version: 1,
    versions: [
      {
        version: 1,
        modifiable: true,
        created_at: dataset.created_at,
        updated_at: dataset.updated_at,
        hero_asset_uuid: null,
        asset_stats: assets && stats(assets),
      },
    ],
    parent: null,
    searchable: null,
  };
}

function paramsView({ labels, task, legacyLabels }: StoredDataset): Record<string, unknown> | null {
  if (labels.length === 0 && task === 'object_detection') return null;
  const prompts = labels.map((label) => ({ prompt: label, label }));
  return {
    task,
    candidate_labels: legacyLabels ? labels : null,
    prompts: legacyLabels ? null : prompts,
    confidence_threshold: null,
  };
}

function stats(assets: readonly StoredAsset[]): Record<string, number> {
  const having = (found: (asset: StoredAsset) => boolean) => assets.filter(found).length;
  return {
    total: assets.length,
    accepted: having(({ status }) => status === 'accepted'),
    rejected: having(({ status }) => status === 'rejected'),
    annotated: having(({ annotations }) => annotations.length > 0),
    auto_annotated: having(({ annotations }) => annotations.some(({ type }) => type === 'auto')),
    auto_annotated_approved: having(({ annotations }) =>
      annotations.some(({ type, user_review }) => type === 'auto' && user_review === 'approved'),
    ),
    ground_truth_annotated: having(({ annotations }) => annotations.some(({ type }) => type === 'ground_truth')),
  };
}
