import { afterEach, describe, expect, it } from 'vitest';
import { type EyePopOptions, type FaultSpec, HUGE_BYTES } from '../eyepop.ts';
import { connect, IMAGE, type TestClient } from './test-client.ts';

const LIST = '/assets?dataset_uuid={d}&inclusion_mode=all_assets';

let client: TestClient;
const open = async (options?: EyePopOptions) => {
  client = await connect(options);
  return client;
};
afterEach(() => client.server.close());

describe('answers in place of the service', () => {
  it.each<[FaultSpec, number]>([
    [{ status: 429, headers: { 'retry-after': '7' } }, 429],
    [{ status: 500, body: { text: 'oops' } }, 500],
    [{ status: 503, body: { json: { detail: 'later' } } }, 503],
    [{ body: 'html' }, 200],
  ])('%j does no work', async (spec, status) => {
    const { server, upload, dataset } = await open();
    server.fault({ ...spec, path: 'upload' });
    const reply = await upload(IMAGE);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('retry-after')).toBe(spec.headers?.['retry-after'] ?? null);
    expect(server.assets(dataset)).toEqual([]);
    expect((await upload(IMAGE)).status).toBe(200);
    expect(server.faults).toEqual([]);
  });

  it('can do the work and deny it', async () => {
    const { server, upload, dataset } = await open();
    server.fault({ path: 'upload', status: 504, work: true });
    expect((await upload(IMAGE)).status).toBe(504);
    expect(server.assets(dataset)).toHaveLength(1);
  });

  it('streams JSON that is huge', async () => {
    const { server, call } = await open();
    server.fault({ path: 'list', body: 'huge-json' });
    const { json } = await call('GET', LIST);
    expect(JSON.stringify(json).length).toBeGreaterThan(HUGE_BYTES * 0.99);
  });

  it('streams without end, until the client has enough', async () => {
    const { server, dataset } = await open();
    server.fault({ path: 'list', body: 'endless' });
    const headers = { authorization: `Bearer ${server.session().accessToken}` };
    const url = `${server.origin}/data${LIST.replace('{d}', dataset)}`;
    const reader = (await fetch(url, { headers })).body?.getReader();
    let read = 0;
    while (read < 1_000_000) read += (await reader?.read())?.value?.length ?? Infinity;
    expect(read).toBeLessThan(Infinity);
    await reader?.cancel();
    await server.waitFor((requests) => requests.some(({ aborted }) => aborted));
  });
});

describe('which requests go wrong', () => {
  it('counts, lets pass, and takes one fault after another', async () => {
    const { server, call } = await open();
    server.fault({ path: /^list$|^dataset$/, after: 1, times: 2, status: 500 });
    server.fault({ method: 'GET', status: 503 });
    const statuses: number[] = [];
    for (const path of [LIST, LIST, '/datasets/{d}', LIST]) statuses.push((await call('GET', path)).status);
    expect(statuses).toEqual([503, 500, 500, 200]);
  });

  it('matches the address too, and stops on demand', async () => {
    const { server, upload } = await open();
    const fault = server.fault({ path: 'upload', target: /external_id=bad/, times: Infinity, status: 500 });
    expect((await upload(IMAGE, '&external_id=good')).status).toBe(200);
    expect((await upload(IMAGE, '&external_id=bad')).status).toBe(500);
    fault.remove();
    expect((await upload(IMAGE, '&external_id=bad')).status).toBe(200);
    server.fault({ status: 500 });
    server.clearFaults();
    expect((await upload(IMAGE)).status).toBe(200);
  });
});
