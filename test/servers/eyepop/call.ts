import { Refusal } from './answer.ts';
import type { RequestRecord } from './ledger.ts';
import type { StoredAsset, StoredDataset } from './wire.ts';
import type { World } from './world.ts';

/** One request, understood as far as its route. */
export interface Call {
  readonly world: World;
  /** Of the server, as the client addressed it. */
  readonly origin: string;
  /** The uuid in the path, where the route has one; else empty. */
  readonly uuid: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: Buffer;
  readonly tooLarge: boolean;
  readonly record: RequestRecord;
}

/** @throws Refusal 422 */
export function required({ query }: Call, name: string): string {
  const value = query.get(name);
  if (value === null || value === '') throw new Refusal(422, `the query parameter ${name} is required`);
  return value;
}

/** @throws Refusal 422 for anything but one of the `choices` */
export function choice<T extends string>(call: Call, name: string, choices: readonly T[]): T {
  const value = required(call, name);
  const found = choices.find((each) => each === value);
  if (found === undefined) throw new Refusal(422, `${name} must be one of ${choices.join(', ')}`);
  return found;
}

/** False where the parameter is absent. @throws Refusal 422 for anything but true and false */
export function flag(call: Call, name: string): boolean {
  return call.query.has(name) && choice(call, name, ['true', 'false']) === 'true';
}

/** @throws Refusal 422 for what is not JSON, or not called so */
export function jsonBody({ body, contentType }: Call): unknown {
  if (!/^application\/json\b/i.test(contentType)) throw new Refusal(422, 'the Content-Type must be application/json');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal(422, 'the body is not JSON');
  }
}

/** @throws Refusal 403 for another's account */
export function checkAccount({ world }: Call, account: string): void {
  if (account !== world.settings.accountUuid) throw new Refusal(403, 'no access to this account');
}

/** @throws Refusal 404 when there is none, 403 when it is another account's */
export function findDataset(call: Call, uuid: string): StoredDataset {
  const dataset = call.world.store.datasets.get(uuid);
  if (dataset === undefined) throw new Refusal(404, 'no such dataset');
  checkAccount(call, dataset.account_uuid);
  return dataset;
}

/** The asset in the path, within the dataset of the query. @throws Refusal 422, 403 or 404 */
export function findAsset(call: Call): StoredAsset {
  const dataset = findDataset(call, required(call, 'dataset_uuid'));
  const asset = call.world.store.assets.get(call.uuid);
  if (asset?.dataset_uuid !== dataset.uuid) throw new Refusal(404, 'no such asset in this dataset');
  return asset;
}
