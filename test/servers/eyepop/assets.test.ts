import { afterEach, describe, expect, it } from 'vitest';
import type { EyePopOptions } from '../eyepop.ts';
import { annotationsPath, assetPath, connect, IMAGE, NEGATIVE, type TestClient, textOf } from './test-client.ts';

let client: TestClient;
const open = async (options?: EyePopOptions) => {
  client = await connect(options);
  return client;
};
afterEach(() => client.server.close());

describe('assets', () => {
  it('transforms while it is looked at, and refuses annotation until accepted', async () => {
    const { call, upload } = await open({ transformPolls: 3 });
    const { json } = await upload(IMAGE, '&external_id=foil%3Adistractor%3Aab');
    expect(json).toMatchObject({
      status: 'transform_in_progress',
      external_id: 'foil:distractor:ab',
      annotations: null,
    });
    const uuid = textOf(json, 'uuid');
    const statuses: string[] = [];
    for (const path of [assetPath(uuid), `/assets?dataset_uuid={d}&inclusion_mode=all_assets`, assetPath(uuid)]) {
      expect((await call('POST', annotationsPath(uuid), NEGATIVE)).status).toBe(409);
      const look = await call('GET', path);
      statuses.push(textOf([look.json].flat()[0], 'status'));
    }
    expect(statuses).toEqual(['transform_in_progress', 'enrich_in_progress', 'accepted']);
    expect((await call('POST', annotationsPath(uuid), NEGATIVE)).status).toBe(201);
  });

  it('is accepted at once where that is asked for', async () => {
    const { upload } = await open({ transformPolls: 5 });
    expect((await upload(IMAGE, '&sync_transform=true')).json).toMatchObject({
      status: 'accepted',
      original_image_width: 640,
      original_image_height: 480,
    });
  });

  it('rejects what is no image, and says why', async () => {
    const { call, uuidOf } = await open();
    const { json } = await call('GET', assetPath(await uuidOf(Buffer.from('<html>'))));
    expect(json).toMatchObject({ status: 'rejected', status_message: 'not an image', original_image_width: null });
  });

  it('never de-duplicates, and its times never repeat', async () => {
    const { upload, server, dataset } = await open({ now: () => 1_000_000 });
    await Promise.all([1, 2, 3].map(() => upload(IMAGE, '&external_id=same')));
    const assets = server.assets(dataset);
    expect(new Set(assets.map(({ uuid }) => uuid)).size).toBe(3);
    expect(new Set(assets.map(({ created_at }) => created_at)).size).toBe(3);
    expect(new Set(assets.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('shows annotations only when asked', async () => {
    const { call, server, dataset } = await open();
    const { uuid } = server.addAsset(dataset, { bytes: IMAGE, annotations: [{ predictions: NEGATIVE }] });
    const truth = { type: 'ground_truth', user_review: 'approved', predictions: NEGATIVE };
    expect((await call('GET', assetPath(uuid))).json).toMatchObject({ annotations: null, external_id: null });
    const list = await call('GET', '/assets?dataset_uuid={d}&inclusion_mode=all_assets&include_annotations=true');
    expect(list.json).toMatchObject([{ uuid, annotations: [truth] }]);
    expect((await call('GET', `${assetPath(uuid)}&include_annotations=true`)).json).toMatchObject({
      annotations: [truth],
    });
  });

  it('has machine annotations without predictions', async () => {
    const { uuidOf, call } = await open({ transformPolls: 0 });
    const { json } = await call('GET', `${assetPath(await uuidOf(IMAGE))}&include_annotations=true`);
    expect(json).toMatchObject({ annotations: [{ type: 'auto', user_review: 'unknown', predictions: null }] });
  });

  it('lists by inclusion mode', async () => {
    const { call, server, dataset } = await open();
    server.addAsset(dataset, { bytes: IMAGE });
    server.addAsset(dataset, { bytes: IMAGE, annotations: [{ type: 'auto', predictions: null }] });
    server.addAsset(dataset, { bytes: IMAGE, annotations: [{ predictions: NEGATIVE }] });
    const count = async (mode: string) =>
      [(await call('GET', `/assets?dataset_uuid={d}&inclusion_mode=${mode}`)).json].flat().length;
    const modes = ['all_assets', 'annotated_only', 'manual_annotated_only', 'auto_annotated_only'];
    expect(await Promise.all(modes.map(count))).toEqual([3, 2, 1, 1]);
  });

  it('deletes once', async () => {
    const { call, uuidOf, server, dataset } = await open();
    const uuid = await uuidOf(IMAGE);
    expect((await call('DELETE', assetPath(uuid))).status).toBe(204);
    expect((await call('DELETE', assetPath(uuid))).status).toBe(404);
    expect(server.assets(dataset)).toEqual([]);
  });
});
