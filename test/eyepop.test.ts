import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { keeperOf } from '../src/core/keeper.ts';
import { isNegative, TAGS } from '../src/core/tag.ts';
import { type EyePopSite, openEyePop } from './contract/eyepop-site.ts';
import { picture } from './contract/pictures.ts';
import { runAs } from './contract/run.ts';
import { failureOf } from './contract/site.ts';
import type { RouteName } from './servers/eyepop.ts';

/** What EyePop asks for beyond the contract that it shares with the others (EYEPOP.md). */

let site: EyePopSite;
const open = async (options?: Parameters<typeof openEyePop>[0]) => {
  site = await openEyePop(options);
  const opened = site;
  onTestFinished(() => opened.close());
  return opened;
};
beforeEach(() => void vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => void vi.unstubAllGlobals());

const requestsOf = (route: RouteName) => site.server.requests.filter((request) => request.route === route);

describe('a key', () => {
  it('opens one session for the calls of a run that begin at once', async () => {
    const { destination, run } = await open();
    const same = run();
    await Promise.all(TAGS.map(() => destination.choices(same)));
    expect(requestsOf('authenticate')).toHaveLength(1);
    await destination.survey(same);
    expect(requestsOf('authenticate')).toHaveLength(1);
    await destination.survey(run());
    expect(requestsOf('authenticate')).toHaveLength(2);
  });

  it('renews a session that ends in the middle of a run, once for all parallel calls', async () => {
    const { server, destination, run } = await open();
    const same = run();
    await destination.survey(same);
    server.expireTokens();
    const uploads = TAGS.map((tag) => picture(tag, tag)).map(({ capture, original }) =>
      destination.upload(capture, original, same),
    );
    expect(await Promise.all(uploads)).toMatchObject(TAGS.map((tag) => ({ tag })));
    expect(requestsOf('authenticate')).toHaveLength(2);
    expect(server.assets(site.dataset)).toHaveLength(TAGS.length);
  });

  it('tries again after a session that could not be opened', async () => {
    const { server, destination, run } = await open();
    const same = run();
    server.fault({ path: 'authenticate', status: 503 });
    expect(await failureOf(destination.survey(same), site.secrets)).toMatchObject({ kind: 'server-failed' });
    expect(await destination.survey(same)).toEqual([]);
  });

  it('asks for a token anew when it holds for no longer than a minute', async () => {
    const { destination, run } = await open({ tokenLifetime: 60 });
    const same = run();
    await destination.survey(same);
    const before = requestsOf('authenticate').length;
    await destination.survey(same);
    expect(requestsOf('authenticate').length).toBeGreaterThan(before);
  });

  it('goes to the key’s own service alone, with no cookie, and nowhere as a token', async () => {
    const { server, destination, run } = await open({ relativeDataUrl: false });
    const asked = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => asked.mockRestore());
    const { capture, original } = picture('distractor');
    await destination.upload(capture, original, run());
    const sent = asked.mock.calls.map(([url, init]) => ({
      origin: new URL(String(url)).origin,
      withKey: new Headers(init?.headers).get('authorization') === `Bearer ${server.apiKey}`,
      path: new URL(String(url)).pathname,
      ...init,
    }));
    expect(sent.filter(({ withKey }) => withKey).map(({ path }) => path)).toEqual(['/v1/auth/authenticate']);
    for (const request of sent)
      expect(request).toMatchObject({
        origin: server.origin,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    for (const { headers } of server.requests) expect(headers).toMatchObject({ cookie: false, authorization: true });
  });
});

describe('a pasted session', () => {
  it.each([
    ['as it is', {}],
    ['from a Python backend', { validUntil: null, accountId: undefined }],
    ['without a data address', { datasetApiUrl: null }],
    ['with blanks around it', {}],
  ])('works %s, and no key is asked for', async (_, changes) => {
    const { server, destination } = await open();
    const run = runAs(` ${JSON.stringify({ ...server.session(), ...changes })}\n`);
    expect(await destination.check(run())).toMatchObject({ ok: true, name: 'Dogs' });
    const { capture, original } = picture('distractor');
    expect(await destination.upload(capture, original, run())).toMatchObject({ tag: 'distractor' });
    expect(requestsOf('authenticate')).toEqual([]);
  });

  it('cannot be renewed: it ends', async () => {
    const { server, destination } = await open();
    const same = runAs(JSON.stringify(server.session()))();
    await destination.survey(same);
    server.expireTokens();
    const calls = TAGS.map(() => failureOf(destination.survey(same), site.secrets));
    for (const failure of await Promise.all(calls)) expect(failure.kind).toBe('session-ended');
    expect(requestsOf('authenticate')).toEqual([]);
  });
});

describe('the address of the data API', () => {
  it.each([
    ['http://data.eyepop.ai'],
    ['https://eyepop.ai.example'],
    ['https://noteyepop.ai'],
    ['https://key@data.eyepop.ai'],
    ['ftp://data.eyepop.ai'],
    ['javascript:alert(1)'],
    ['https://'],
  ])('is refused as %s, and nothing goes there', async (url) => {
    const { server, destination, run } = await open();
    const asked = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => asked.mockRestore());
    server.fault({ path: 'configs', body: { json: { dataset_api_url: url } } });
    expect(await failureOf(destination.survey(run()), site.secrets)).toMatchObject({ kind: 'address-unsafe' });
    for (const [address] of asked.mock.calls) expect(new URL(String(address)).origin).toBe(server.origin);
  });

  it.each([['/data'], ['data'], ['//data'], ['/data/']])('may be relative: %s', async (url) => {
    const { server, destination, run } = await open();
    server.fault({ path: 'configs', body: { json: { dataset_api_url: url, vlm_api_url: null } } });
    expect(await destination.survey(run())).toEqual([]);
  });
});

describe('an upload', () => {
  it('says picture and tag in its external id, and the media type of the bytes', async () => {
    const { server, dataset, destination, run } = await open();
    for (const tag of TAGS) {
      const { capture, original } = picture(tag, tag);
      await destination.upload(capture, original, run());
      const external_id = `foil:${tag}:${capture.sha256}`;
      expect(server.assets(dataset).at(-1)).toMatchObject({
        external_id,
        mime_type: 'image/png',
        sha256: capture.sha256,
      });
    }
  });

  it('waits until it is accepted before it says anything about the picture', async () => {
    const { server, dataset, destination, run } = await open({ transformPolls: 2 });
    const { capture, original } = picture('context-negative');
    await destination.upload(capture, original, run());
    expect(server.training(dataset).labelledEmpty).toHaveLength(1);
    expect(requestsOf('asset').length).toBeGreaterThanOrEqual(2);
  });

  it('that is given up while it waits fails like any other, and leaves nobody listening', async () => {
    const { server, destination, run } = await open({ transformPolls: Number.POSITIVE_INFINITY });
    const given = new AbortController();
    const { capture, original } = picture('positive');
    const upload = failureOf(destination.upload(capture, original, run({ signal: given.signal })), site.secrets);
    const looks = () => requestsOf('asset').filter(({ answered }) => answered !== null).length;
    await server.waitFor(() => looks() === 2);
    expect(getEventListeners(given.signal, 'abort').length).toBeLessThanOrEqual(1);
    given.abort();
    expect((await upload).kind).toBe('unreachable');
    expect(getEventListeners(given.signal, 'abort')).toEqual([]);
  });

  it('is never repeated by itself', async () => {
    const { server, dataset, destination, run } = await open();
    const { capture, original } = picture('positive');
    server.fault({ path: 'upload', status: 504, work: true });
    expect(await failureOf(destination.upload(capture, original, run()), site.secrets)).toMatchObject({
      kind: 'server-failed',
    });
    expect(server.assets(dataset)).toHaveLength(1);
  });

  it.each(['rejected', 'upload_failed', 'transform_failed'] as const)(
    'is refused when it ends as %s',
    async (status) => {
      const { server, destination, run } = await open({ transformPolls: Number.POSITIVE_INFINITY });
      const { capture, original } = picture('positive');
      server.on('worked', ({ route, assetUuid }) => {
        if (route === 'upload' && assetUuid !== null) server.setStatus(assetUuid, status);
      });
      const upload = destination.upload(capture, original, run());
      expect(await failureOf(upload, site.secrets)).toMatchObject({ kind: 'refused', fact: status });
    },
  );

  it.each([
    [413, 'refused'],
    [422, 'refused'],
    [409, 'not-confirmed'],
    [429, 'busy'],
    [408, 'timed-out'],
    [500, 'server-failed'],
  ] as const)('that is answered %i fails as %s', async (status, kind) => {
    const { server, destination, run } = await open();
    server.fault({ path: 'upload', status, headers: { 'retry-after': '9' } });
    const { capture, original } = picture('positive');
    const failure = await failureOf(destination.upload(capture, original, run()), site.secrets);
    expect(failure).toMatchObject({ kind, fact: `HTTP ${status}`, retryAfter: 9_000 });
  });
});

describe('what EyePop shows', () => {
  it('is believed over what it answered: a negative that is not there afterwards is not confirmed', async () => {
    const { server, destination, run } = await open();
    server.fault({ path: 'annotate', status: 200, body: { text: 'OK' } });
    const { capture, original } = picture('distractor');
    const upload = destination.upload(capture, original, run());
    expect(await failureOf(upload, site.secrets)).toMatchObject({ kind: 'not-confirmed' });
  });

  it.each<[string, object[], Partial<Record<'tag' | 'claimed', unknown>>]>([
    ['nothing', [], { tag: 'positive', claimed: false }],
    ['a prediction without objects', [truth([{ source_width: 1, source_height: 1 }])], { tag: 'positive' }],
    ['a truth without predictions', [truth([])], { tag: 'positive' }],
    ['predictions that are null', [truth(null)], { tag: 'positive' }],
    ['our negative', [truth([empty()])], { tag: 'distractor', claimed: false }],
    ['a negative nobody approved', [{ ...truth([empty()]), user_review: 'unknown' }], { tag: 'positive' }],
    ['boxes', [truth([boxed()])], { tag: 'positive', claimed: true }],
    ['boxes beside our negative', [truth([empty()]), truth([boxed()])], { tag: 'positive', claimed: true }],
    ['a machine’s boxes', [{ ...truth([boxed()]), type: 'auto', user_review: 'unknown' }], { claimed: false }],
    ['a machine’s boxes, approved', [{ ...truth([boxed()]), type: 'auto' }], { tag: 'positive', claimed: true }],
  ])('is read from its ground truth: %s', async (_, annotations, expected) => {
    const { server, dataset, destination, run } = await open();
    const { capture, original } = picture('distractor');
    const bytes = new Uint8Array(await original.arrayBuffer());
    const externalId = `foil:${capture.tag}:${capture.sha256}`;
    server.addAsset(dataset, { bytes, externalId, annotations: annotations as never });
    const [held] = await destination.survey(run());
    expect({ tag: held?.receipt.tag, claimed: held?.claimed }).toMatchObject(expected);
  });

  it('keeps the older of two copies, whatever their ids', async () => {
    const { server, dataset, destination, run } = await open();
    const { capture, original } = picture('positive');
    const bytes = new Uint8Array(await original.arrayBuffer());
    const externalId = `foil:positive:${capture.sha256}`;
    const dates = ['2026-03-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
    for (const createdAt of dates) server.addAsset(dataset, { bytes, externalId, createdAt });
    const copies = await destination.survey(run());
    expect(copies.map(({ createdAt }) => createdAt)).toEqual(dates);
    expect(keeperOf(copies)).toBe(copies[1]);
  });

  it('names the labels of an older dataset, too', async () => {
    const { destination, run } = await open({
      datasets: [{ name: 'Old', labels: ['dog', 'cat'], legacyLabels: true }],
    });
    expect(await destination.check(run())).toMatchObject({ name: 'Old', labels: ['dog', 'cat'], question: ['cat'] });
  });

  it('is the dashboard’s page of this dataset', async () => {
    const { server, dataset, destination, run } = await open();
    const checked = await destination.check(run());
    const link = new URL(checked.ok ? (checked.link ?? '') : '');
    expect(link.origin).toBe('https://dashboard.eyepop.ai');
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      datasetUUID: dataset,
      accountUUID: server.accountUuid,
    });
  });

  it.each(TAGS)('is never a negative for a %s with boxes that somebody drew', async (tag) => {
    const { server, dataset, destination, run } = await open();
    const { capture, original } = picture('positive');
    const receipt = await destination.upload(capture, original, run());
    site.shelf.label(receipt.id);
    const change = destination.change(receipt, { ...capture, tag }, run());
    await (isNegative(tag) ? failureOf(change, site.secrets) : change.catch(() => undefined));
    expect(server.training(dataset)).toMatchObject({ labelledWithObjects: [{ uuid: receipt.id }], contradictory: [] });
  });
});

function empty() {
  return { source_width: 640, source_height: 480, objects: [] };
}

function boxed() {
  return { ...empty(), objects: [{ x: 0, y: 0, width: 9, height: 9, classLabel: 'dog' }] };
}

function truth(predictions: object[] | null) {
  return { type: 'ground_truth', user_review: 'approved', auto_annotate: null, predictions };
}
