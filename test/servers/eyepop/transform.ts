import { readImage } from './image.ts';
import type { Settings } from './options.ts';
import type { Store } from './store.ts';
import type { Annotation, AssetStatus, StoredAsset } from './wire.ts';

/** What happens to an upload afterwards. It moves on when somebody looks, not with time: tests need not wait. */
export interface Transforms {
  /** @param atOnce the upload asked for `sync_transform=true` */
  start(asset: StoredAsset, bytes: Buffer, atOnce: boolean): void;
  /** One look at the asset: a GET of it, or a list it is in. */
  look(asset: StoredAsset): void;
  /** Ends the transform with this status, for good. */
  settle(asset: StoredAsset, status: AssetStatus, message: string | null): void;
}

interface Job {
  looksLeft: number;
  readonly isImage: boolean;
}

/** Formats whose magic bytes are known here; any other is believed. */
const CHECKED = /^image\/(png|gif|jpeg|webp)$/;

const MACHINE_NOTE: Annotation = {
  type: 'auto',
  user_review: 'unknown',
  auto_annotate: 'enrichment',
  predictions: null,
};

export function createTransforms({ transformPolls, enrichment }: Settings, { stamp }: Store): Transforms {
  const jobs = new Map<string, Job>();

  function settle(asset: StoredAsset, status: AssetStatus, message: string | null): void {
    jobs.delete(asset.uuid);
    Object.assign(asset, { status, status_message: message, updated_at: stamp() });
    if (status === 'accepted' && enrichment) asset.annotations = [...asset.annotations, MACHINE_NOTE];
  }

  function advance(asset: StoredAsset, job: Job): void {
    if (job.looksLeft === 1) asset.status = 'enrich_in_progress';
    if (job.looksLeft > 0) return;
    if (job.isImage) settle(asset, 'accepted', null);
    else settle(asset, 'rejected', 'not an image');
  }

  return {
    settle,
    start(asset, bytes, atOnce) {
      const isImage = !CHECKED.test(asset.mime_type) || readImage(bytes) !== null;
      const job = { looksLeft: atOnce ? 0 : transformPolls, isImage };
      jobs.set(asset.uuid, job);
      advance(asset, job);
    },
    look(asset) {
      const job = jobs.get(asset.uuid);
      if (job === undefined) return;
      job.looksLeft -= 1;
      advance(asset, job);
    },
  };
}
