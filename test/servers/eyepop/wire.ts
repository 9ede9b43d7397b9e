/** The shapes on the wire, as EYEPOP.md gives them. `null` wherever the real service may say nothing. */

export type Task = 'object_detection' | 'image_classification';

export const USER_REVIEWS = ['approved', 'rejected', 'unknown'] as const;
export type UserReview = (typeof USER_REVIEWS)[number];

export type AnnotationType = 'ground_truth' | 'prediction' | 'auto';

export type AssetStatus =
  | 'upload_in_progress'
  | 'transform_in_progress'
  | 'enrich_in_progress'
  | 'accepted'
  | 'rejected'
  | 'upload_failed'
  | 'transform_failed';

/** Top-left corner and size, in units of the prediction's `source_width` × `source_height`. */
export interface PredictedObject {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly classLabel: string;
  readonly confidence?: number | null;
}

export interface PredictedClass {
  readonly classLabel: string;
  readonly confidence?: number | null;
}

export interface Prediction {
  readonly source_width: number;
  readonly source_height: number;
  readonly objects?: readonly PredictedObject[] | null;
  readonly classes?: readonly PredictedClass[] | null;
}

export interface Annotation {
  readonly type: AnnotationType;
  readonly user_review: UserReview | null;
  readonly auto_annotate: string | null;
  readonly predictions: readonly Prediction[] | null;
}

/** An asset as the stand-in keeps it: what goes over the wire, and what only the server knows. */
export interface StoredAsset {
  readonly uuid: string;
  readonly dataset_uuid: string;
  readonly external_id: string | null;
  /** Of the bytes that were uploaded, in hex. */
  readonly sha256: string;
  readonly file_size_bytes: number;
  readonly mime_type: string;
  /** Pixels by the file's header; `null` where the stand-in cannot read it. The wire shows them once accepted. */
  readonly width: number | null;
  readonly height: number | null;
  readonly created_at: string;
  status: AssetStatus;
  status_message: string | null;
  annotations: readonly Annotation[];
  updated_at: string;
}

export interface StoredDataset {
  readonly uuid: string;
  readonly account_uuid: string;
  readonly task: Task;
  readonly created_at: string;
  /** Whether the labels go out as `candidate_labels`, as an older dataset has them. */
  readonly legacyLabels: boolean;
  name: string;
  description: string | null;
  tags: readonly string[];
  labels: readonly string[];
  updated_at: string;
  /** How often auto-labelling was started: by its own endpoint, or by a PATCH with `start_auto_annotate=true`. */
  autoAnnotateRuns: number;
}
