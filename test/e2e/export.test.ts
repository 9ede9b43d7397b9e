import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fillProject } from '../../bench/fill.ts';
import type { Capture } from '../../src/core/capture.ts';
import type { Project } from '../../src/core/project.ts';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { button, say, text } from './controls.ts';
import { askFoil, rows } from './foil.ts';
import { until } from './harness/until.ts';
import { holdOriginals, ownFiles } from './hold-export.ts';
import { addProject, capturesOf, type Session, sendToEyePop, startSession } from './session.ts';
import { PICTURES, tagEach } from './tag-each.ts';

/** The export: from its page, by a click, into a file that is then taken apart by somebody else's code. */

const KEY = 'eyp_must_not_be_exported';
const HOSTILE = '"><img src=x onerror=alert(1)>\u2028\n\t\\"{}';
const FILES = {
  positive: 'kitten-planks.jpg',
  'context-negative': 'espresso.jpg',
  distractor: 'cushion.webp',
} as const;

let session: Session;
let eyepop: EyePopServer;
let page: Page;

beforeAll(async () => {
  const datasets = [{ name: 'Cats', labels: ['cat'] }];
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ apiKey: KEY, datasets })]);
  session.site.route('/hostile.html', (_request, response) => {
    const escaped = HOSTILE.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const images = Object.entries(FILES).map(
      ([tag, file]) =>
        `<img id="${PICTURES[tag as keyof typeof FILES].slice(1)}" src="/photos/${file}" alt="${escaped}">`,
    );
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>${escaped}</title>${images.join('')}`);
  });
  await session.page.goto(`${session.site.origin}/hostile.html`);
});

afterEach(() => page?.close());

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function openExport(project: Project): Promise<void> {
  page = await session.browser.openPage(`src/export/index.html?project=${project.id}`);
  await page.bringToFront();
  await page.getByRole('heading', { level: 1, name: project.name }).waitFor();
}

async function download(count: number): Promise<{ name: string; zip: Buffer; files: Map<string, Buffer> }> {
  const downloading = page.waitForEvent('download');
  await button(page, 'export_start', count).click();
  const file = await downloading;
  const zip = readFileSync(await file.path());
  const entries = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
  return { name: file.suggestedFilename(), zip, files: new Map(entries) };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const iso = (ms: number) => new Date(ms).toISOString();
const pathOf = ({ tag, sha256: hash, image }: Capture) =>
  `${tag === 'positive' ? 'positives' : 'negatives'}/${hash}.${image.extension}`;

test('holds the servers’ own bytes, all that is known of them, and no key', async () => {
  const project = await addProject(session, '../../etc/`cats`');
  await tagEach(session, project);
  await sendToEyePop(session, project, eyepop);
  await askFoil(session.foil, 'sendAll', project.id);
  await until('all are there', async () => (await capturesOf(session, project)).every(({ sync }) => sync.receipt));
  const captures = await capturesOf(session, project);
  expect((await rows(session.foil, 'secrets')).map(({ value }) => value)).toEqual([KEY]);

  await openExport(project);
  await text(page, 'export_never').waitFor();
  const { name, zip, files } = await download(3);
  expect(name).toMatch(/^foil-etc-cats-\d{4}-\d\d-\d\d\.zip$/);
  expect([...files.keys()]).toEqual([...captures.map(pathOf), 'metadata.jsonl', 'README.md']);
  for (const capture of captures) {
    const bytes = files.get(pathOf(capture)) ?? Buffer.of();
    expect(sha256(bytes)).toBe(capture.sha256);
    expect(bytes.equals(readFileSync(`test/site/photos/${FILES[capture.tag]}`))).toBe(true);
  }

  const title = await session.page.title();
  expect(title).toContain('"><img src=x onerror=alert(1)>');
  const lines = strFromU8(files.get('metadata.jsonl') ?? Buffer.of()).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(captures.map((capture) => lineOf(capture, project, title)));
  expect(strFromU8(files.get('README.md') ?? Buffer.of())).toContain('Project: `` ../../etc/`cats` ``. Target: `cat`.');
  for (const bytes of [zip, ...files.values()]) expect(bytes.includes(KEY)).toBe(false);
});

function lineOf(capture: Capture, project: Project, title: string): unknown {
  const { tag, image, provenance, sync } = capture;
  return {
    ...{ file_name: pathOf(capture), label: tag === 'positive' ? 'positive' : 'negative', tag, target: project.target },
    ...{ project: project.name, sha256: capture.sha256, media_type: image.mediaType },
    ...{ width: image.width, height: image.height, size: image.size, regions: [] },
    ...{ created_at: iso(capture.createdAt), collector: capture.collector },
    history: [{ tag, at: iso(capture.history[0]?.at ?? Number.NaN) }],
    provenance: {
      image_url: `${session.site.origin}/photos/${FILES[tag]}`,
      ...{
        page_url: session.page.url(),
        frame_url: session.page.url(),
        link_url: '',
        title,
        alt: HOSTILE,
        caption: '',
      },
      ...{ tagged_at: iso(provenance.taggedAt), way: provenance.way, form: 'original', http_status: 200 },
      ...{ moment: null, rights: [] },
    },
    sync: { standing: 'synced', receipt_id: sync.receipt?.id, receipt_tag: tag, failure: null },
  };
}

test('says when it was last done, and that an empty project has nothing to export', async () => {
  const project = await addProject(session, 'Exported once');
  await openExport(project);
  await text(page, 'export_empty').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  await tagEach(session, project, ['positive', 'distractor']);
  await page.getByText(say('export_only_here')).waitFor();
  await download(2);
  await text(page, 'export_done', 2).waitFor();
  await text(page, 'export_last', 'now').waitFor();
  await page.reload();
  await page.getByText(say('export_last', 'now')).waitFor();
  const popup = await session.browser.openPage('src/popup/index.html');
  await popup.getByText(`${say('popup_last_exported')} now`).waitFor();
  await popup.close();
});

test('cancelled, it leaves no file and no word of having been done', async () => {
  const project = await addProject(session, 'Cancelled');
  await fillProject(session.foil, project.id, 400);
  await openExport(project);
  expect(await ownFiles(session)).toEqual([]);
  const letGo = await holdOriginals(session);
  await button(page, 'export_start', 400).click();
  await text(page, 'export_progress', 0, 400).waitFor();
  await until('the file is begun', async () => (await ownFiles(session)).length > 0);
  await button(page, 'export_cancel').click();
  await letGo();
  await text(page, 'export_cancelled').waitFor();
  expect(await ownFiles(session)).toEqual([]);
  await page.getByText(say('export_never')).waitFor();
  const { files } = await download(400);
  expect(files.size).toBe(402);
});
