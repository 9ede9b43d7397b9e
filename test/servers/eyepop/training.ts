import type { Annotation, PredictedObject, StoredAsset, StoredDataset } from './wire.ts';

/** What training would make of a dataset. Each asset is in exactly one of the lists before `unknownLabels`. */
export interface Training {
  /** Negatives: every label is denied. */
  readonly labelledEmpty: readonly StoredAsset[];
  readonly labelledWithObjects: readonly StoredAsset[];
  /** In a dataset for classification. */
  readonly labelledWithClasses: readonly StoredAsset[];
  /** Accepted, without an approved ground truth that says something: training ignores it. */
  readonly waitingForLabels: readonly StoredAsset[];
  /** One approved ground truth says "nothing here", another says "here". */
  readonly contradictory: readonly StoredAsset[];
  /** In progress, rejected or failed. */
  readonly notAccepted: readonly StoredAsset[];
  /** Of those with objects: some bear a label that the dataset does not have. */
  readonly unknownLabels: readonly StoredAsset[];
}

type Count = Exclude<keyof Training, 'unknownLabels'>;

export function countTraining(dataset: StoredDataset, assets: readonly StoredAsset[]): Training {
  const counted = (as: Count) => assets.filter((asset) => countedAs(dataset, asset) === as);
  const isUnknown = ({ classLabel }: PredictedObject) => !dataset.labels.includes(classLabel);
  const labelledWithObjects = counted('labelledWithObjects');
  return {
    labelledEmpty: counted('labelledEmpty'),
    labelledWithObjects,
    labelledWithClasses: counted('labelledWithClasses'),
    waitingForLabels: counted('waitingForLabels'),
    contradictory: counted('contradictory'),
    notAccepted: counted('notAccepted'),
    unknownLabels: labelledWithObjects.filter((asset) =>
      truths(asset).some((truth) => objectsIn(truth).some(isUnknown)),
    ),
  };
}

function countedAs({ task }: StoredDataset, asset: StoredAsset): Count {
  if (asset.status !== 'accepted') return 'notAccepted';
  return task === 'image_classification' ? classified(asset) : detected(asset);
}

/** For classification no negative form is known (EYEPOP.md): without a class it stays unlabelled. */
function classified(asset: StoredAsset): Count {
  const hasClass = truths(asset).some(({ predictions }) => predictions?.some(({ classes }) => classes?.length));
  return hasClass ? 'labelledWithClasses' : 'waitingForLabels';
}

function detected(asset: StoredAsset): Count {
  const speaking = truths(asset).filter(({ predictions }) => predictions?.some(({ objects }) => objects));
  const withObjects = speaking.filter((truth) => objectsIn(truth).length > 0);
  if (speaking.length === 0) return 'waitingForLabels';
  if (withObjects.length === 0) return 'labelledEmpty';
  return withObjects.length === speaking.length ? 'labelledWithObjects' : 'contradictory';
}

/** What counts: ground truth that somebody approved. An approved machine label is no ground truth. */
function truths({ annotations }: StoredAsset): Annotation[] {
  return annotations.filter(({ type, user_review }) => type === 'ground_truth' && user_review === 'approved');
}

function objectsIn({ predictions }: Annotation): readonly PredictedObject[] {
  return (predictions ?? []).flatMap(({ objects }) => objects ?? []);
}
