/** What the service can be asked, by the names that faults and records use. */
export type RouteName =
  | 'authenticate'
  | 'configs'
  | 'datasets'
  | 'createDataset'
  | 'dataset'
  | 'updateDataset'
  | 'autoAnnotate'
  | 'upload'
  | 'list'
  | 'asset'
  | 'delete'
  | 'annotate'
  | 'review'
  | 'groundTruth'
  | 'dropGroundTruth'
  | 'models';
