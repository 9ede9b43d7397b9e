import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { FIRST_PROJECT, type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { inside, type Node, readPage } from './firefox-word.ts';
import { askFoil, rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject } from './session.ts';
import { watchful } from './watchful.ts';

/** The same in Firefox: what is shown, what the page sees, what servers are asked. */

let session: FirefoxSession;
let page: Page;
let first: Project;

beforeAll(async () => {
  session = await startFirefoxSession();
  page = session.page;
  const { site, foil } = session;
  await page.bringToFront();
  await tagInFirefox(session, '#positive-2', 'positive', FIRST_PROJECT);
  await until('the capture', async () => (await rows(foil, 'captures')).length === 1);
  [first] = (await rows(foil, 'projects')) as [Project];
  site.route('/copies/kitten.jpg', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'max-age=600' });
    response.end(readFileSync('test/site/photos/kitten-planks.jpg'));
  });
  site.route('/watchful', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(watchful(['/photos/lemur.jpg', '/photos/kitten-planks.jpg', '/copies/kitten.jpg']));
  });
});

afterAll(() => session?.close());

async function awaitRings(...tags: string[]): Promise<void> {
  await until(`rings: ${tags.join(', ') || 'none'}`, async () => {
    const seen = tagsIn(await readPage(page));
    return JSON.stringify(seen) === JSON.stringify(tags);
  });
}

function tagsIn(node: Node): string[] {
  const [kind, tag = ''] = node.value?.attributes?.['class']?.split(' ') ?? [];
  return [...(kind === 'ring' ? [tag] : []), ...inside(node).flatMap(tagsIn)];
}

test('a page that was open gets them at once, and they follow what is done', async () => {
  const { foil } = session;
  const [capture] = await rows(foil, 'captures');
  const id = [capture?.id ?? ''];
  await page.$eval('#positive-2', (image) => image.scrollIntoView({ block: 'center' }));
  await askFoil(foil, 'setPreference', 'rings', true);
  await awaitRings('positive');
  await askFoil(foil, 'retag', id, 'distractor');
  await awaitRings('distractor');
  const other = await addProject(session, 'another');
  await awaitRings();
  await askFoil(foil, 'selectProject', first.id);
  await awaitRings('distractor');
  await askFoil(foil, 'removeProject', other.id);
});

test('the same bytes elsewhere are known without asking the server, and the page sees no difference', async () => {
  const { foil, site } = session;
  const empty = await addProject(session, 'empty');
  await page.goto(`${site.origin}/demo.html`);
  await page.bringToFront();
  // Captured in both: where it has its ring, the others would have theirs.
  for (const project of [empty, first]) {
    await askFoil(foil, 'selectProject', project.id);
    await page.$eval('#distractor-2', (image) => image.scrollIntoView({ block: 'center' }));
    const before = (await rows(foil, 'captures')).length;
    await tagInFirefox(session, '#distractor-2', 'positive', project);
    await until('the capture', async () => (await rows(foil, 'captures')).length > before);
  }
  const seen: unknown[] = [];
  for (const [project, tags] of [
    [empty, ['positive']],
    [first, ['positive', 'distractor', 'distractor']],
  ] as const) {
    await askFoil(foil, 'selectProject', project.id);
    await page.goto(`${site.origin}/watchful`);
    await awaitRings(...tags);
    // Firefox lists what a content script reads among the page's own: each image once, captured or not.
    const reads = `performance.getEntriesByType('resource').filter(({ initiatorType }) => initiatorType === 'fetch').length`;
    await until('all was read', async () => (await page.evaluate(reads)) === 3);
    seen.push(await page.evaluate('observe()'));
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(site.requests.filter(({ url }) => url.startsWith('/copies'))).toHaveLength(1);
});

test('turned off, they leave at once', async () => {
  const count = () => page.evaluate(() => document.documentElement.childElementCount);
  expect(await count()).toBe(3);
  await askFoil(session.foil, 'setPreference', 'rings', false);
  await until('the layer is gone', async () => (await count()) === 2);
});
