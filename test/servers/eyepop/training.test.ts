import { afterEach, describe, expect, it } from 'vitest';
import type { EyePopOptions } from '../eyepop.ts';
import {
  annotationsPath,
  BOX,
  connect,
  IMAGE,
  NEGATIVE,
  POSITIVE,
  png,
  type TestClient,
  textOf,
  truthPath,
} from './test-client.ts';

let client: TestClient;
const open = async (options?: EyePopOptions) => {
  client = await connect(options);
  return client;
};
afterEach(() => client.server.close());

describe('training', () => {
  it('counts what a person said, as what it says', async () => {
    const { call, uuidOf, server, dataset } = await open({ transformPolls: 0 });
    const [negative, positive, unlabelled] = [
      await uuidOf(png(640, 480, 'a')),
      await uuidOf(IMAGE),
      await uuidOf(IMAGE),
    ];
    await call('POST', annotationsPath(negative), NEGATIVE);
    await call('POST', annotationsPath(positive), POSITIVE);
    expect(uuids(server.training(dataset))).toEqual({ empty: [negative], objects: [positive], waiting: [unlabelled] });
  });

  it('sets, reviews and drops a ground truth', async () => {
    const { call, uuidOf, server, dataset } = await open({ transformPolls: 0 });
    const uuid = await uuidOf(IMAGE);
    const truth = truthPath(uuid);
    const review = (word: string) => call('PATCH', `/assets/${uuid}/annotations?dataset_uuid={d}&user_review=${word}`);
    const steps: [() => Promise<unknown>, keyof ReturnType<typeof uuids>][] = [
      [() => call('PATCH', truth, NEGATIVE), 'empty'],
      [() => call('PATCH', truth, POSITIVE), 'objects'],
      [() => review('rejected'), 'waiting'],
      [() => review('approved'), 'objects'],
      [() => call('DELETE', truth), 'waiting'],
    ];
    for (const [step, list] of steps) {
      await step();
      expect(uuids(server.training(dataset))).toEqual({ empty: [], objects: [], waiting: [], [list]: [uuid] });
    }
  });

  it('does not count contradictions, machine labels, or what is not accepted, and names unknown labels', async () => {
    const { server, dataset, uuidOf } = await open({ transformPolls: Infinity });
    const cat = [{ source_width: 640, source_height: 480, objects: [{ ...BOX, classLabel: 'cat' }] }];
    const add = (...annotations: Parameters<typeof server.annotate>[1][]) =>
      server.addAsset(dataset, { bytes: IMAGE, annotations }).uuid;
    const stuck = await uuidOf(IMAGE);
    const contradictory = add({ predictions: NEGATIVE }, { predictions: POSITIVE });
    const byMachine = add({ type: 'auto', predictions: POSITIVE });
    const unknown = add({ predictions: cat });
    const training = server.training(dataset);
    expect(uuids(training)).toEqual({ empty: [], objects: [unknown], waiting: [byMachine] });
    expect(training.notAccepted).toMatchObject([{ uuid: stuck }]);
    expect(training.contradictory).toMatchObject([{ uuid: contradictory }]);
    expect(training.unknownLabels).toMatchObject([{ uuid: unknown }]);
    server.setStatus(stuck, 'transform_failed', 'broken');
    expect(server.training(dataset).notAccepted).toMatchObject([
      { status: 'transform_failed', status_message: 'broken' },
    ]);
  });

  it('knows no negative in a dataset for classification', async () => {
    const datasets = [{ name: 'Kinds', labels: ['dog'], task: 'image_classification' as const }];
    const { server, dataset } = await open({ datasets });
    const classes = [{ source_width: 640, source_height: 480, classes: [{ classLabel: 'dog' }] }];
    const { uuid } = server.addAsset(dataset, { bytes: IMAGE, annotations: [{ predictions: NEGATIVE }] });
    server.addAsset(dataset, { bytes: IMAGE, annotations: [{ predictions: classes }] });
    expect(uuids(server.training(dataset))).toEqual({ empty: [], objects: [], waiting: [uuid] });
    expect(server.training(dataset).labelledWithClasses).toHaveLength(1);
  });
});

describe('datasets', () => {
  it('are created, changed, listed with statistics, and labelled by the machine', async () => {
    const { call, server, uuidOf } = await open({ transformPolls: 0, autoLabel: () => [BOX] });
    const account = `account_uuid=${server.accountUuid}`;
    const created = await call('POST', `/datasets?${account}`, { name: 'New' });
    expect(created).toMatchObject({ status: 201, json: { name: 'New', auto_annotate_params: null } });
    const params = { task: 'object_detection', prompts: [{ prompt: 'a dog', label: 'dog' }] };
    const uuid = textOf(created.json, 'uuid');
    expect((await call('POST', `/datasets/${uuid}/auto_annotate`)).status).toBe(422);
    await call('PATCH', `/datasets/${uuid}?start_auto_annotate=false`, { auto_annotate_params: params });
    expect(server.datasets[1]).toMatchObject({ uuid, labels: ['dog'], autoAnnotateRuns: 0 });
    await uuidOf(IMAGE);
    expect((await call('POST', '/datasets/{d}/auto_annotate?max_assets=5')).status).toBe(202);
    const { json } = await call('GET', `/datasets?${account}&include_stats=true&modifiable_version_only=true`);
    const stats = { total: 1, accepted: 1, auto_annotated: 1, ground_truth_annotated: 0 };
    expect(json).toMatchObject([{ versions: [{ asset_stats: stats }] }, { uuid }]);
    expect((await call('GET', `/models?dataset_uuid=${uuid}`)).json).toEqual([]);
  });

  it('may hold their labels the old way', async () => {
    const { call } = await open({ datasets: [{ name: 'Old', labels: ['dog'], legacyLabels: true }] });
    const { json } = await call('GET', '/datasets/{d}');
    expect(json).toMatchObject({ auto_annotate_params: { candidate_labels: ['dog'], prompts: null } });
  });
});

function uuids({ labelledEmpty, labelledWithObjects, waitingForLabels }: ReturnType<TestClient['server']['training']>) {
  const [empty, objects, waiting] = [labelledEmpty, labelledWithObjects, waitingForLabels].map((assets) =>
    assets.map(({ uuid }) => uuid),
  );
  return { empty, objects, waiting };
}
