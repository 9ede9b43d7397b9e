import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { button, say, text, type Word } from './controls.ts';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, type Session, sendToEyePop, startSession } from './session.ts';

/** Options: settings go out as a file without a key, and come in only after it was seen what they would change. */

const MARKUP = '<img src=x onerror=alert(1)>';
const ELSEWHERE = 'https://collect.example';
const DATASET = 'ab'.repeat(16);

let session: Session;
let eyepop: EyePopServer;
let cats: Project;
let page: Page;

beforeAll(async () => {
  [session, eyepop] = await Promise.all([
    startSession(),
    startEyePop({ datasets: [{ name: 'Cats', labels: ['cat'] }] }),
  ]);
  cats = await addProject(session, 'Cats');
  await sendToEyePop(session, cats, eyepop);
});

beforeEach(async () => {
  await page?.close();
  page = await session.browser.openPage('src/options/index.html#file');
  await page.bringToFront();
});

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function download(): Promise<string> {
  const downloading = page.waitForEvent('download');
  await button(page, 'options_file_export_button').click();
  return readFileSync(await (await downloading).path(), 'utf8');
}

async function choose(content: string | Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await text(page, 'options_file_import_button').click();
  const buffer = Buffer.from(content);
  await (await choosing).setFiles({ name: 'theirs.json', mimeType: 'application/json', buffer });
}

const stored = async () => ({
  projects: await rows(session.foil, 'projects'),
  secrets: await rows(session.foil, 'secrets'),
});

test('what goes out names projects and destinations, and holds no key', async () => {
  const file = await download();
  const destination = { id: 'eyepop', options: { base: eyepop.origin, dataset: eyepop.datasets[0]?.uuid } };
  expect(JSON.parse(file).projects).toContainEqual({ name: 'Cats', target: 'cat', destination });
  expect((await stored()).secrets).toMatchObject([{ project: cats.id, value: eyepop.apiKey }]);
  expect(file).not.toContain(eyepop.apiKey);
});

test('what went out, brought in again, would change nothing', async () => {
  await choose(await download());
  await text(page, 'options_preview_none').waitFor();
  expect(await button(page, 'options_preview_confirm').count()).toBe(0);
});

const theirs = JSON.stringify({
  projects: [
    { name: MARKUP, target: 'x' },
    {
      name: 'Cats',
      target: 'lynx',
      recipe: { positive: 9, 'context-negative': 8, distractor: 7 },
      destination: { id: 'eyepop', options: { base: ELSEWHERE, dataset: DATASET, key: 'not an option' } },
    },
  ],
  secrets: [{ project: 'Cats', value: 'ignored' }],
});

test('an import shows first where images would go, and changes nothing before it is confirmed', async () => {
  const before = await stored();
  await choose(theirs);
  await text(page, 'options_preview', 'theirs.json').waitFor();
  await text(page, 'options_preview_warning').waitFor();
  const lines = await page.getByRole('row').allInnerTexts();
  const cells = lines.map((line) => line.split(/\s*\t\s*/));
  expect(cells[1]).toEqual(['Cats', say('options_field_origins'), eyepop.origin, ELSEWHERE]);
  expect(cells.filter(([, what]) => what === say('options_field_origins'))).toHaveLength(1);
  expect(cells).toContainEqual(['Cats', say('options_field_target'), 'cat', 'lynx']);
  expect(cells).toContainEqual([MARKUP, say('options_field_project'), '–', MARKUP]);
  await button(page, 'options_cancel').click();
  await text(page, 'options_preview_warning').waitFor({ state: 'detached' });
  expect(await stored()).toEqual(before);
});

test('confirmed, it does what it showed, and the key of the old address is forgotten', async () => {
  await choose(theirs);
  await button(page, 'options_preview_confirm').click();
  await text(page, 'options_file_imported').waitFor();
  const { projects, secrets } = await stored();
  const changed = projects.find(({ id }) => id === cats.id);
  expect(changed).toMatchObject({ name: 'Cats', target: 'lynx', recipe: { positive: 9 } });
  expect(changed?.destination).toEqual({ id: 'eyepop', options: { base: ELSEWHERE, dataset: DATASET } });
  expect(projects.find(({ name }) => name === MARKUP)).toMatchObject({ target: 'x', destination: { id: 'browser' } });
  expect(secrets).toEqual([]);
});

const withDestination = (destination: object) =>
  JSON.stringify({
    projects: [
      { name: 'Fine', target: 'a' },
      { name: 'Not', target: 'b', destination },
    ],
  });
const TWICE = JSON.stringify({ projects: [1, 2].map(() => ({ name: 'a', target: 'b' })) });

const BROKEN: [what: string, content: string | Buffer, fact: string, problem?: Word][] = [
  ['no JSON', '{"projects": [', 'no JSON'],
  ['an image', readFileSync('test/site/photos/cushion.webp'), 'no JSON'],
  ['far too large a file', Buffer.alloc(5_000_000, ' '), 'too large'],
  ['too large a file', `{"projects": []}${' '.repeat(1_000_000)}`, 'too large'],
  ['other JSON', '[1, 2]', 'projects'],
  ['a project without a target', '{"projects": [{"name": "Lions"}]}', 'projects[0]: name, target'],
  ['one name twice', TWICE, 'projects: a name occurs twice'],
  ['a destination of another version', withDestination({ id: 'fax' }), 'fax', 'failure_destination_unknown'],
  [
    'an address that is not safe',
    withDestination({ id: 'eyepop', options: { base: 'http://example.com' } }),
    '',
    'failure_address_unsafe',
  ],
];

test.each(BROKEN)('%s: says what is wrong, and takes nothing of it', async (_what, content, fact, problem) => {
  const before = await stored();
  await choose(content);
  await text(page, problem ?? 'failure_settings_unreadable', fact).waitFor();
  expect(await button(page, 'options_preview_confirm').count()).toBe(0);
  expect(await stored()).toEqual(before);
});

test('a file that was corrected can be chosen again, and the complaint goes', async () => {
  await choose('no');
  await text(page, 'failure_settings_unreadable', 'no JSON').waitFor();
  await choose(JSON.stringify({ projects: [{ name: 'Lions', target: 'lion' }] }));
  await button(page, 'options_preview_confirm').click();
  await text(page, 'options_file_imported').waitFor();
  await until('the complaint is gone', async () => (await page.getByRole('alert').count()) === 0);
  expect((await stored()).projects.some(({ name }) => name === 'Lions')).toBe(true);
});
