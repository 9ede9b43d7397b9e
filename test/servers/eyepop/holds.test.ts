import { Agent } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { EyePopOptions } from '../eyepop.ts';
import { connect, IMAGE, type TestClient, uploadOver } from './test-client.ts';

const LIST = '/assets?dataset_uuid={d}&inclusion_mode=all_assets';

let client: TestClient;
const open = async (options?: EyePopOptions) => {
  client = await connect(options);
  return client;
};
afterEach(() => client.server.close());

describe('what is held', () => {
  it.each([['before', 0] as const, ['after', 1] as const])('stands still %s the work', async (hold, done) => {
    const { server, upload, dataset } = await open();
    const fault = server.fault({ path: 'upload', hold });
    const answer = upload(IMAGE);
    expect(await fault.hit).toBe(await fault.held);
    expect(server.assets(dataset)).toHaveLength(done);
    fault.release();
    expect((await answer).status).toBe(200);
    expect(server.assets(dataset)).toHaveLength(1);
  });

  it('goes on when released after the client was killed', async () => {
    const { server, dataset } = await open();
    const fault = server.fault({ path: 'upload', hold: 'before' });
    const agent = new Agent();
    const killed = uploadOver(agent, client, IMAGE);
    await fault.held;
    agent.destroy();
    await killed;
    await server.waitFor((requests) => requests.every(({ aborted }) => aborted));
    expect(server.assets(dataset)).toEqual([]);
    fault.release();
    await server.waitFor((requests) => requests.every(({ worked }) => worked));
    expect(server.assets(dataset)).toHaveLength(1);
  });

  it('is dropped when the server closes', async () => {
    const { server, upload, dataset } = await open();
    const fault = server.fault({ path: 'upload', hold: 'before' });
    const answer = expect(upload(IMAGE)).rejects.toThrow();
    await fault.held;
    await server.close();
    await answer;
    expect(server.assets(dataset)).toEqual([]);
  });

  it('can be slow', async () => {
    const { server, call } = await open();
    server.fault({ path: 'list', delayMs: 30 });
    const start = performance.now();
    await call('GET', LIST);
    expect(performance.now() - start).toBeGreaterThan(28);
  });
});
