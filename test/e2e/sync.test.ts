import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { TAGS, type Tag } from '../../src/core/tag.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { askFoil, rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, sendToEyePop, startSession, tagImage } from './session.ts';
import { awaitWord } from './word.ts';

/** Show 3 and 4: answers that are lost, cut, slow or refused; undo and re-tag before, during and after the send. */

let session: Session;
let eyepop: EyePopServer;
let fresh = 0;

const PICTURES: Record<Tag, string> = {
  positive: '#positive-2',
  'context-negative': '#negative-1',
  distractor: '#distractor-1',
};

beforeAll(async () => {
  const datasets = Array.from({ length: 30 }, (_, index) => ({ name: `Dataset ${index}`, labels: ['cat'] }));
  datasets.push({ name: 'Cats and dogs', labels: ['cat', 'dog'] });
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ datasets })]);
});

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function projectWith(...tags: Tag[]): Promise<{ project: Project; dataset: string }> {
  const index = fresh++;
  const project = await addProject(session, `project ${index}`);
  for (const tag of tags) await tagImage(session, PICTURES[tag], tag, project);
  await until('the captures', async () => (await capturesOf(session, project)).length === tags.length);
  return { project, dataset: await sendToEyePop(session, project, eyepop, index) };
}

async function settled(project: Project, deadline?: number): Promise<void> {
  await until(
    'the queue is empty',
    async () => {
      const captures = await capturesOf(session, project);
      const drain = (await rows(session.foil, 'drains')).find((row) => row.project === project.id);
      return (
        drain?.finishedAt !== undefined && !drain.owesSurvey && captures.every(({ sync }) => sync.dueAt === undefined)
      );
    },
    deadline,
  );
}

function held(dataset: string) {
  const { labelledEmpty, waitingForLabels } = eyepop.training(dataset);
  return { empty: labelledEmpty.length, waiting: waitingForLabels.length, all: eyepop.assets(dataset).length };
}

const only = async (project: Project) => {
  const [capture] = await capturesOf(session, project);
  if (!capture) throw new Error('there is no capture');
  return capture;
};

type Fault = Parameters<EyePopServer['fault']>[0];

const FAULTS: readonly [what: string, faults: Fault[]][] = [
  ['a connection cut before the upload', [{ path: 'upload', cut: 'before' }]],
  ['an answer lost after the upload', [{ path: 'upload', cut: 'after' }]],
  ['an answer that breaks off', [{ path: 'upload', cut: 'mid-answer' }]],
  ['a gateway that gave up after the work was done', [{ path: 'upload', status: 504, work: true }]],
  ['a 429 that asks for a second', [{ path: 'upload', status: 429, headers: { 'retry-after': '1' } }]],
  ['a 503', [{ path: 'upload', status: 503 }]],
  ['HTML for JSON', [{ path: 'upload', body: 'html' }]],
  ['a token that ended', [{ path: 'upload', status: 401 }]],
  ['a lost answer to the annotation', [{ path: 'annotate', cut: 'after' }]],
  ['an annotation refused for being early', [{ path: 'annotate', status: 409 }]],
  ['a list that fails once', [{ path: 'list', status: 500 }]],
  ['an authentication that is cut', [{ path: 'authenticate', cut: 'before', times: 2 }]],
];

test.each(FAULTS)('%s: nothing lost, nothing twice', async (_what, faults) => {
  const { project, dataset } = await projectWith(...TAGS);
  const handles = faults.map((fault) => eyepop.fault(fault));
  await askFoil(session.foil, 'sendAll', project.id);
  await Promise.all(handles.map(({ hit }) => hit));
  await settled(project, 40_000);
  expect(held(dataset)).toEqual({ empty: 2, waiting: 1, all: 3 });
});

test('an answer that takes 75 s is waited for', { timeout: 150_000 }, async () => {
  const { project, dataset } = await projectWith('distractor');
  const slow = eyepop.fault({ path: 'upload', delayMs: 75_000 });
  await askFoil(session.foil, 'sendAll', project.id);
  await slow.hit;
  await settled(project, 120_000);
  expect(held(dataset)).toEqual({ empty: 1, waiting: 0, all: 1 });
  expect(
    eyepop.requests.filter(({ route, query }) => route === 'upload' && JSON.stringify(query).includes(dataset)),
  ).toHaveLength(1);
});

test('taken back before the send: nothing ever goes there', async () => {
  const { project, dataset } = await projectWith('distractor');
  await askFoil(session.foil, 'remove', [(await only(project)).id]);
  await askFoil(session.foil, 'sendAll', project.id);
  await askFoil(session.foil, 'sync', project.id);
  expect((await only(project)).removed).toBe(true);
  expect(held(dataset).all).toBe(0);
  expect((await rows(session.foil, 'tallies')).find((row) => row.project === project.id)).toMatchObject({ waiting: 0 });
});

test('taken back during the send: it is removed there', async () => {
  const { project, dataset } = await projectWith('distractor');
  const stop = eyepop.fault({ path: 'upload', hold: 'after' });
  await askFoil(session.foil, 'sendAll', project.id);
  await stop.held;
  await askFoil(session.foil, 'remove', [(await only(project)).id]);
  stop.release();
  await until('it is gone', async () => (await capturesOf(session, project)).length === 0);
  expect(held(dataset).all).toBe(0);
});

test('taken back after the send: the asset is removed, and the original with it', async () => {
  const { project, dataset } = await projectWith('distractor');
  await askFoil(session.foil, 'sendAll', project.id);
  await settled(project);
  expect(held(dataset)).toEqual({ empty: 1, waiting: 0, all: 1 });
  await askFoil(session.foil, 'remove', [(await only(project)).id]);
  await askFoil(session.foil, 'sync', project.id);
  await until('it is gone', async () => (await capturesOf(session, project)).length === 0);
  expect(held(dataset).all).toBe(0);
});

test('re-tagged before, during and after the send: the dataset follows', async () => {
  const { project, dataset } = await projectWith('distractor');
  const { id } = await only(project);
  await askFoil(session.foil, 'retag', [id], 'positive');
  const stop = eyepop.fault({ path: 'upload', hold: 'after' });
  await askFoil(session.foil, 'sync', project.id);
  await stop.held;
  await askFoil(session.foil, 'retag', [id], 'context-negative');
  stop.release();
  await settled(project);
  expect(held(dataset)).toEqual({ empty: 1, waiting: 0, all: 1 });
  await askFoil(session.foil, 'retag', [id], 'positive');
  await askFoil(session.foil, 'sync', project.id);
  await settled(project);
  await until('the empty ground truth is dropped', () => held(dataset).waiting === 1);
  expect(held(dataset)).toEqual({ empty: 0, waiting: 1, all: 1 });
});

test('put back after it was taken back: it stays', async () => {
  const { project, dataset } = await projectWith('distractor');
  const { id } = await only(project);
  await askFoil(session.foil, 'sendAll', project.id);
  await settled(project);
  await askFoil(session.foil, 'remove', [id]);
  await askFoil(session.foil, 'restore', [id]);
  await askFoil(session.foil, 'sync', project.id);
  await settled(project);
  expect(held(dataset)).toEqual({ empty: 1, waiting: 0, all: 1 });
});

test('what a colleague brought is not sent twice, and not removed by our undo', async () => {
  const { project, dataset } = await projectWith('distractor');
  const { id, sha256 } = await only(project);
  const theirs = eyepop.addAsset(dataset, { bytes: Buffer.from('theirs'), externalId: `foil:distractor:${sha256}` });
  eyepop.annotate(theirs.uuid, { predictions: [{ source_width: 9, source_height: 9, objects: [] }] });
  await askFoil(session.foil, 'sendAll', project.id);
  await settled(project);
  expect(held(dataset).all).toBe(1);
  await askFoil(session.foil, 'remove', [id]);
  await askFoil(session.foil, 'sync', project.id);
  await until('it is gone here', async () => (await capturesOf(session, project)).length === 0);
  expect(held(dataset).all).toBe(1);
});

test('a surplus copy of ours is removed, the older one kept and said to be empty', async () => {
  const { project, dataset } = await projectWith('distractor');
  const { sha256 } = await only(project);
  const stop = eyepop.fault({ path: 'upload', hold: 'after' });
  await askFoil(session.foil, 'sendAll', project.id);
  await stop.held;
  const earlier = new Date(Date.now() - 3_000).toISOString();
  eyepop.addAsset(dataset, {
    bytes: Buffer.from('the browser sent it twice'),
    externalId: `foil:distractor:${sha256}`,
    createdAt: earlier,
  });
  stop.release();
  await settled(project);
  expect(held(dataset)).toEqual({ empty: 1, waiting: 0, all: 1 });
  expect(eyepop.assets(dataset)[0]?.created_at).toBe(earlier);
});

test('several labels: negatives wait for the answer, positives do not', async () => {
  const { project } = await projectWith('positive', 'distractor');
  const index = eyepop.datasets.findIndex(({ name }) => name === 'Cats and dogs');
  const dataset = await sendToEyePop(session, project, eyepop, index);
  await askFoil(session.foil, 'sendAll', project.id);
  await settled(project);
  expect(held(dataset)).toEqual({ empty: 0, waiting: 1, all: 1 });
  const waiting = (await capturesOf(session, project)).find(({ tag }) => tag === 'distractor');
  expect(waiting?.sync.failure?.kind).toBe('negative-unanswered');
  const { id, name, target } = project;
  const destination = { id: 'eyepop', options: { base: eyepop.origin, dataset } };
  await askFoil(session.foil, 'saveProject', { id, name, target, destination, denial: { labels: ['dog'], all: true } });
  await askFoil(session.foil, 'sync', project.id);
  await until('the negative counts', () => held(dataset).empty === 1);
  expect(held(dataset)).toEqual({ empty: 1, waiting: 1, all: 2 });
  // Another answer brings in line what was sent under the first.
  const doubtful = { labels: ['dog'], all: false };
  await askFoil(session.foil, 'saveProject', { id, name, target, destination, denial: doubtful });
  await askFoil(session.foil, 'sync', project.id);
  await until('the negative no longer denies a dog', () => held(dataset).empty === 0);
  await settled(project);
  expect(held(dataset)).toEqual({ empty: 0, waiting: 2, all: 2 });
});

test.each([
  ['plain.svg', 'image/svg+xml'],
  ['plain.avif', 'image/avif'],
  ['mixed.ico', 'image/x-icon'],
])('%s: EyePop takes none such, and gets a copy as PNG under the original’s name', async (file, type) => {
  const { site, page } = session;
  const bytes = readFileSync(`test/fixtures/images/${file}`);
  site.route(`/${file}`, (_request, response) => response.writeHead(200, { 'Content-Type': type }).end(bytes));
  site.route('/copy.html', (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<img id="it" src="/${file}">`),
  );
  const back = page.url();
  const { project, dataset } = await projectWith();
  await page.goto(`${site.origin}/copy.html`);
  await tagImage(session, '#it', 'distractor', project);
  await awaitWord(
    page,
    messages.sent_as_png.message
      .replace('$1', messages.destination_eyepop.message)
      .replace('$2', file.slice(-3))
      .replace(/\w+$/, ''),
  );
  await askFoil(session.foil, 'sync', project.id);
  await settled(project);
  const [capture] = await capturesOf(session, project);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(capture).toMatchObject({ sha256, image: { mediaType: type } });
  const [asset] = eyepop.assets(dataset);
  expect(asset).toMatchObject({ mime_type: 'image/png', external_id: `foil:distractor:${sha256}` });
  await page.goto(back);
});
