import { annotate, dropGroundTruth, review, setGroundTruth } from './annotation-routes.ts';
import type { Answer } from './answer.ts';
import { deleteAsset, getAsset, listAssets, upload } from './asset-routes.ts';
import type { Call } from './call.ts';
import { autoAnnotate, createDataset, getDataset, listDatasets, listModels, updateDataset } from './dataset-routes.ts';
import type { RouteName } from './route-name.ts';
import { authenticate, checkToken, configs } from './session-routes.ts';
import { DATA_PATH } from './world.ts';

export interface Route {
  readonly name: RouteName;
  readonly method: string;
  readonly handle: (call: Call) => Answer;
}

/** Below the compute address, and below the data API's. `*` stands for a uuid. */
const PATHS: Readonly<Record<string, readonly Route[]>> = {
  '/v1/auth/authenticate': [{ name: 'authenticate', method: 'POST', handle: authenticate }],
  '/v1/configs': [withToken('configs', 'GET', configs)],
  [`${DATA_PATH}/datasets`]: [
    withToken('datasets', 'GET', listDatasets),
    withToken('createDataset', 'POST', createDataset),
  ],
  [`${DATA_PATH}/datasets/*`]: [
    withToken('dataset', 'GET', getDataset),
    withToken('updateDataset', 'PATCH', updateDataset),
  ],
  [`${DATA_PATH}/datasets/*/auto_annotate`]: [withToken('autoAnnotate', 'POST', autoAnnotate)],
  [`${DATA_PATH}/assets`]: [withToken('upload', 'POST', upload), withToken('list', 'GET', listAssets)],
  [`${DATA_PATH}/assets/*`]: [withToken('asset', 'GET', getAsset), withToken('delete', 'DELETE', deleteAsset)],
  [`${DATA_PATH}/assets/*/annotations`]: [
    withToken('annotate', 'POST', annotate),
    withToken('review', 'PATCH', review),
  ],
  [`${DATA_PATH}/assets/*/ground_truth`]: [
    withToken('groundTruth', 'PATCH', setGroundTruth),
    withToken('dropGroundTruth', 'DELETE', dropGroundTruth),
  ],
  [`${DATA_PATH}/models`]: [withToken('models', 'GET', listModels)],
};

export interface Found {
  /** `null` when the address is unknown, or does not take this method. */
  readonly route: Route | null;
  readonly isKnownPath: boolean;
  /** The uuid in the path; empty where there is none. */
  readonly uuid: string;
}

export function findRoute(method: string, path: string): Found {
  const [, before = path, uuid = '', after = ''] = /^(.*\/(?:datasets|assets)\/)([^/]+)(.*)$/.exec(path) ?? [];
  const routes = PATHS[uuid === '' ? path : `${before}*${after}`] ?? [];
  return { route: routes.find((route) => route.method === method) ?? null, isKnownPath: routes.length > 0, uuid };
}

function withToken(name: RouteName, method: string, handle: Route['handle']): Route {
  return {
    name,
    method,
    handle: (call) => {
      checkToken(call);
      return handle(call);
    },
  };
}
