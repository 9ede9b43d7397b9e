import { Agent, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Cut, EyePopOptions } from '../eyepop.ts';
import { assetPath, connect, IMAGE, png, type TestClient, uploadOver } from './test-client.ts';

let client: TestClient;
const open = async (options?: EyePopOptions) => {
  client = await connect(options);
  return client;
};
const agents: Agent[] = [];
const keptAlive = () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
};
afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy();
  await client.server.close();
});

describe('cut connections', () => {
  it.each<[Cut, number, string]>([
    ['before', 0, 'socket hang up'],
    ['after', 1, 'socket hang up'],
    ['mid-answer', 1, 'cut'],
  ])('%s leaves %i assets', async (cut, left, seen) => {
    const { server, dataset } = await open();
    server.fault({ path: 'upload', cut });
    expect(await uploadOver(keptAlive(), client, IMAGE)).toBe(seen);
    await server.waitFor((requests) => requests.some((request) => request.cut === cut));
    expect(server.requests).toMatchObject([{ cut, worked: left === 1, answered: null, aborted: false }]);
    expect(server.assets(dataset)).toHaveLength(left);
  });

  it('cuts an answer without a body too', async () => {
    const { server, call, uuidOf, dataset } = await open();
    const uuid = await uuidOf(IMAGE);
    server.fault({ path: 'delete', cut: 'mid-answer' });
    await expect(call('DELETE', assetPath(uuid))).rejects.toThrow();
    expect(server.assets(dataset)).toEqual([]);
  });

  it('makes two assets of a POST that a browser repeats on its kept-alive connection', async () => {
    const { server, dataset } = await open();
    const agent = keptAlive();
    await uploadOver(agent, client, png(1, 1));
    server.fault({ path: 'upload', cut: 'after' });
    expect(await uploadOver(agent, client, IMAGE)).toMatch(/hang up|ECONNRESET/);
    expect(await uploadOver(agent, client, IMAGE)).toBe(200);
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    const twins = server.assets(dataset).filter(({ sha256 }) => sha256 === server.requests[1]?.sha256);
    expect(twins).toHaveLength(2);
  });

  it('offers fresh connections only, on demand', async () => {
    const { server } = await open({ connection: 'close' });
    const agent = keptAlive();
    await uploadOver(agent, client, IMAGE);
    await uploadOver(agent, client, IMAGE);
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2]);
  });

  it('notes a client that goes in the middle of its upload', async () => {
    const { server, dataset } = await open();
    const url = `${server.origin}/data/assets?dataset_uuid=${dataset}`;
    const sending = request(url, { method: 'POST', headers: { 'content-length': 1000 } });
    const gone = expect(new Promise((_, fail) => sending.once('error', fail))).rejects.toThrow();
    sending.write(IMAGE);
    await server.waitFor((requests) => requests.length === 1);
    sending.destroy();
    await gone;
    await server.waitFor(([only]) => only?.aborted === true);
    expect(server.requests).toMatchObject([{ worked: false, sha256: null }]);
    expect(server.assets(dataset)).toEqual([]);
  });
});
