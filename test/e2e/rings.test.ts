import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { askFoil } from './foil.ts';
import { until } from './harness/until.ts';
import { awaitRingOn, awaitRings } from './rings.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';

let session: Session;
let page: Page;
let project: Project;

const PHOTOS = ['kitten-wool', 'kitten-planks', 'pika', 'lemur', 'espresso'];
/** The same bytes under another address. */
const COPY = '/copies/wool.jpg';

const img = (name: string, more = '') =>
  `<img id="${name}" src="/photos/${name}.jpg" width="200" height="150" ${more}>`;

function serve(path: string, body: string): void {
  session.site.route(path, html(body));
}

const html = (body: string) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><title>Rings</title>${body}`);

beforeAll(async () => {
  session = await startSession();
  page = session.page;
  const { site, foil } = session;
  site.route(COPY, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'max-age=600' });
    response.end(readFileSync('test/site/photos/kitten-wool.jpg'));
  });
  serve('/gallery', PHOTOS.map((name) => img(name)).join(''));
  project = await addProject(session, 'rings');
  await page.goto(`${site.origin}/gallery`);
  await page.bringToFront();
  await askFoil(foil, 'setPreference', 'rings', true);
});

afterAll(() => session?.close());

async function open(path: string, host = session.site.origin): Promise<void> {
  await page.goto(`${host}${path}`);
}

/** Tags what is on the page, by its id, and waits for its capture. */
async function tag(name: string, as: Parameters<typeof tagImage>[2] = 'positive'): Promise<string> {
  const before = (await capturesOf(session, project)).length;
  await tagImage(session, `#${name}`, as, project);
  await until('the capture', async () => (await capturesOf(session, project)).length > before);
  return (await capturesOf(session, project)).at(-1)?.id ?? '';
}

describe('what is captured carries its tag', () => {
  test('at once: tagged, re-tagged, taken back, restored, in a page that was open before', async () => {
    await awaitRings(page, []);
    const wool = await tag('kitten-wool');
    await awaitRingOn(page, '#kitten-wool');
    await tag('pika', 'distractor');
    await tag('espresso', 'context-negative');
    await awaitRings(page, ['positive', 'distractor', 'context-negative']);
    await askFoil(session.foil, 'retag', [wool], 'distractor');
    await awaitRings(page, ['distractor', 'distractor', 'context-negative']);
    await askFoil(session.foil, 'retag', [wool], 'positive');
    await awaitRings(page, ['positive', 'distractor', 'context-negative']);
  });

  test('for the project that is chosen, and no other', async () => {
    const other = await addProject(session, 'another');
    await awaitRings(page, []);
    await askFoil(session.foil, 'selectProject', project.id);
    await awaitRings(page, ['positive', 'distractor', 'context-negative']);
    await askFoil(session.foil, 'removeProject', other.id);
  });

  test('on the next page, and where a page shows it otherwise', async () => {
    serve(
      '/otherwise',
      `<picture><source srcset="/photos/pika.jpg#part 2x, /photos/pika.jpg 1x">${img('lemur')}</picture>
       <div style="width:120px;height:90px;background:url(photos/espresso.jpg)"></div>
       <div id="host"></div><p id="later"></p>
       <script>host.attachShadow({ mode: 'open' }).innerHTML = '${img('kitten-wool')}'</script>`,
    );
    await open('/otherwise');
    await awaitRings(page, ['distractor', 'context-negative', 'positive']);
    await page.evaluate(
      (image) => document.querySelector('#later')?.insertAdjacentHTML('beforeend', image),
      img('pika'),
    );
    await awaitRings(page, ['distractor', 'context-negative', 'positive', 'distractor']);
  });

  test('in frames', async () => {
    const { site } = session;
    // The same pictures by the same addresses, from a page of another host.
    serve('/inner', img('kitten-wool').replace('/photos', `${site.origin}/photos`));
    serve(
      '/frames',
      `<iframe srcdoc='${img('pika').replace('/photos', `${site.origin}/photos`)}'></iframe>
       <iframe src="http://frames.test:${site.port}/inner"></iframe>`,
    );
    await open('/frames');
    // The other host's frame comes first: it counts from its own corner.
    await awaitRings(page, ['positive', 'distractor']);
  });
});
