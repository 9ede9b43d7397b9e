import { afterEach, describe, expect, it } from 'vitest';
import type { EyePopOptions } from '../eyepop.ts';
import { connect, IMAGE, type TestClient } from './test-client.ts';

let client: TestClient;
const open = async (options?: EyePopOptions) => {
  client = await connect(options);
  return client;
};
afterEach(() => client.server.close());

describe('the ledger', () => {
  it('knows each request, without its secrets', async () => {
    const { server, upload, dataset } = await open();
    const seen: string[] = [];
    const off = server.on('answered', ({ route }) => seen.push(String(route)));
    await upload(IMAGE, '&external_id=a%20b');
    await server.waitFor((requests) => requests.some(({ answered }) => answered === 200));
    off();
    await upload(IMAGE);
    const [asset] = server.assets(dataset);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/data/assets',
      query: { dataset_uuid: dataset, external_id: 'a b' },
      route: 'upload',
      headers: { authorization: true, cookie: false, contentType: 'image/png' },
      bytes: IMAGE.length,
      sha256: asset?.sha256,
      assetUuid: asset?.uuid,
      worked: true,
    });
    expect(seen).toEqual(['upload']);
    expect(JSON.stringify(server.requests)).not.toMatch(/tok_|eyp_/);
  });
});
