import { afterEach, describe, expect, it } from 'vitest';
import {
  annotationsPath,
  askOnce,
  BOX,
  connect,
  IMAGE,
  NEGATIVE,
  type TestClient,
  textOf,
  truthPath,
} from './eyepop/test-client.ts';
import type { EyePopOptions } from './eyepop.ts';

let client: TestClient;
const open = async (options?: EyePopOptions) => {
  client = await connect(options);
  return client;
};
afterEach(() => client.server.close());

describe('sessions', () => {
  it('gives a token for the key, and the way to the data API', async () => {
    const { server } = await open();
    const key = { authorization: `Bearer ${server.apiKey}` };
    const { json } = await askOnce(`${server.origin}/v1/auth/authenticate`, { method: 'POST', headers: key });
    expect(json).toMatchObject({ expires_in: 3600, token_type: 'Bearer' });
    const token = { authorization: `Bearer ${textOf(json, 'access_token')}` };
    const configs = await askOnce(`${server.origin}/v1/configs?account_uuid=${server.accountUuid}`, { headers: token });
    expect(configs.json).toEqual({ dataset_api_url: '/data', vlm_api_url: null });
  });

  it('can name the data API by a whole URL', async () => {
    const { server } = await open({ relativeDataUrl: false });
    const headers = { authorization: `Bearer ${server.session().accessToken}` };
    const { json } = await askOnce(`${server.origin}/v1/configs`, { headers });
    expect(json).toMatchObject({ dataset_api_url: `${server.origin}/data` });
  });

  it.each([[''], ['Bearer wrong'], ['Bearer '], ['eyp_test']])('refuses %j', async (authorization) => {
    const { server } = await open();
    const headers = { authorization };
    expect((await askOnce(`${server.origin}/v1/auth/authenticate`, { method: 'POST', headers })).status).toBe(401);
    expect((await askOnce(`${server.origin}/data/assets`, { headers })).status).toBe(401);
  });

  it('lets tokens expire by the clock, and on demand', async () => {
    let now = 1_000_000;
    const { call, server } = await open({ now: () => now, tokenLifetime: 60 });
    now += 59_999;
    expect((await call('GET', '/datasets/{d}')).status).toBe(200);
    now += 1;
    expect((await call('GET', '/datasets/{d}')).status).toBe(401);
    const { accessToken } = server.session();
    server.expireTokens();
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await askOnce(`${server.origin}/v1/configs`, { headers })).status).toBe(401);
  });

  it('tells pages nothing: no CORS, no OPTIONS', async () => {
    const { server, call } = await open();
    const preflight = await askOnce(`${server.origin}/data/assets`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(405);
    for (const { headers } of [preflight, await call('GET', '/datasets/{d}')])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('refusals', () => {
  it.each([
    ['GET', '/datasets', 422],
    ['GET', '/datasets?account_uuid=other', 403],
    ['POST', '/datasets?account_uuid=other', 403],
    ['GET', '/datasets/none', 404],
    ['GET', '/datasets/foreign', 403],
    ['PATCH', '/datasets/{d}', 422],
    ['POST', '/datasets/foreign/auto_annotate', 403],
    ['GET', '/assets?dataset_uuid={d}', 422],
    ['GET', '/assets?dataset_uuid={d}&inclusion_mode=all', 422],
    ['GET', '/assets?dataset_uuid=none&inclusion_mode=all_assets', 404],
    ['GET', '/assets?dataset_uuid=foreign&inclusion_mode=all_assets', 403],
    ['GET', '/assets/none?dataset_uuid={d}', 404],
    ['GET', '/assets/none', 422],
    ['DELETE', '/assets/none?dataset_uuid={d}', 404],
    ['POST', '/assets/none/annotations?dataset_uuid={d}&user_review=approved', 404],
    ['PUT', '/assets', 405],
    ['GET', '/nothing', 404],
  ])('%s %s → %i', async (method, path, status) => {
    const datasets = [
      { name: 'Own', labels: [] },
      { uuid: 'foreign', name: 'Theirs', labels: [], accountUuid: 'they' },
    ];
    const { call } = await open({ datasets });
    expect((await call(method, path)).status).toBe(status);
  });

  it.each([
    ['no image type', IMAGE, 'application/octet-stream', 422],
    ['no type', IMAGE, '', 422],
    ['no bytes', Buffer.alloc(0), 'image/png', 422],
    ['too many bytes', Buffer.alloc(2001), 'image/png', 413],
  ])('upload of %s', async (_, bytes, type, status) => {
    const { upload, server, dataset } = await open({ maxBytes: 2000 });
    expect((await upload(bytes, '', type)).status).toBe(status);
    expect(server.assets(dataset)).toEqual([]);
  });

  it.each([
    ['an empty list', []],
    ['no list', { objects: [] }],
    ['no objects', [{ source_width: 640, source_height: 480 }]],
    ['objects null', [{ source_width: 640, source_height: 480, objects: null }]],
    ['no width', [{ source_height: 480, objects: [] }]],
    ['another height', [{ source_width: 640, source_height: 481, objects: [] }]],
    ['a box outside', [{ source_width: 640, source_height: 480, objects: [{ ...BOX, x: 1 }] }]],
    ['a box without label', [{ source_width: 640, source_height: 480, objects: [{ ...BOX, classLabel: '' }] }]],
  ])('annotation with %s', async (_, predictions) => {
    const { call, uuidOf, server, dataset } = await open({ transformPolls: 0, enrichment: false });
    const uuid = await uuidOf(IMAGE);
    expect((await call('POST', annotationsPath(uuid), predictions)).status).toBe(422);
    expect((await call('PATCH', truthPath(uuid), predictions)).status).toBe(422);
    expect(server.assets(dataset)[0]?.annotations).toEqual([]);
  });

  it.each([[''], ['&user_review=unknown']])('annotation with the review %j', async (review) => {
    const { call, uuidOf } = await open({ transformPolls: 0 });
    const path = `/assets/${await uuidOf(IMAGE)}/annotations?dataset_uuid={d}${review}`;
    expect((await call('POST', path, NEGATIVE)).status).toBe(422);
  });
});
