import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import { awaitWord } from './word.ts';

/** The content script is in every frame, those without an address of their own included; the word stands in the top one. */

let session: Session;

beforeAll(async () => {
  session = await startSession();
  const { site, page } = session;
  const picture = (name: string) => `http://images.test:${site.port}/photos/${name}`;
  const html = (body: string) => (_request: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end(body);
  site.route('/inner.html', html(`<title>Inner</title><img src="${picture('espresso.jpg')}" width="200">`));
  site.route(
    '/frames.html',
    html(`<title>Frames</title>
      <iframe id="other" width="300" src="http://frames.test:${site.port}/inner.html"></iframe>
      <iframe id="srcdoc" width="300" srcdoc='<img src="${picture('red-panda.jpg')}" width="200">'></iframe>
      <iframe id="blank" width="300"></iframe>
      <iframe id="sandbox" width="300" sandbox srcdoc='<img src="${picture('lemur.jpg')}" width="200">'></iframe>
      <script>
        const image = blank.contentDocument.createElement('img');
        image.src = '${picture('pika.jpg')}';
        image.width = 200;
        blank.contentDocument.body.append(image);
      </script>`),
  );
  await page.goto(`${site.origin}/frames.html`);
});

afterAll(() => session?.close());

const sha256 = (file: string) =>
  createHash('sha256')
    .update(readFileSync(`test/site/photos/${file}`))
    .digest('hex');

test.each([
  ['other', 'espresso.jpg'],
  ['srcdoc', 'red-panda.jpg'],
  ['blank', 'pika.jpg'],
  ['sandbox', 'lemur.jpg'],
])('an image in a frame: %s', async (frame, file) => {
  const { display, page, site } = session;
  const project = await addProject(session, frame);
  await page.bringToFront();
  await rightClickAndChoose(display, page, `#${frame} >> internal:control=enter-frame >> img`, { item: 2 });
  // The word before may still stand.
  const capture = await until('the capture', async () => (await capturesOf(session, project))[0]);
  await awaitWord(page, messages.saved_context_negative.message);
  expect(capture).toMatchObject({ sha256: sha256(file), provenance: { pageUrl: `${site.origin}/frames.html` } });
  // The script itself answered, not the menu's address alone: only it knows the frame's own address.
  expect(capture.provenance.frameUrl).not.toBe(page.url());
});
