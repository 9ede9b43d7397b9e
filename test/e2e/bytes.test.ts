import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { hugePng, pngChunk } from '../servers/huge-png.ts';
import type { Route } from '../servers/site.ts';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';
import { awaitWord } from './word.ts';

/** Show 5, and the first rungs of the ladder: what is believed, what is not, and what is said then. */

let session: Session;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.close());

const photo = readFileSync('test/site/photos/kitten-planks.jpg');
const fixture = (name: string) => readFileSync(`test/fixtures/images/${name}`);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function send(type: string, bytes: Buffer | string, status = 200): Route {
  return (_request, response) => void response.writeHead(status, { 'Content-Type': type }).end(bytes);
}

/** Whole in its structure, garbage inside. */
function damagedPng(): Buffer {
  const header = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 2, 0, 0, 0]);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', Buffer.from('no deflate')),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function endless(_request: unknown, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'image/jpeg' });
  response.write(photo);
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
  };
  response.on('drain', more);
  more();
}

const REFUSED: readonly [what: string, words: string, answer: Route][] = [
  [
    'HTML under an image’s address',
    messages.failure_not_an_image.message,
    send('image/jpeg', '<!doctype html><h1>Log in</h1>'),
  ],
  ['JSON under an image’s address', messages.failure_not_an_image.message, send('image/png', '{"inbox": ["private"]}')],
  ['nothing at all', messages.failure_not_an_image.message, send('image/png', '')],
  ['a 403', 'HTTP 403', send('text/html', 'no', 403)],
  ['a 404', 'HTTP 404', send('text/html', 'gone', 404)],
  ['a 500', 'HTTP 500', send('text/html', 'oops', 500)],
  [
    'a truncated JPEG',
    messages.failure_image_truncated.message,
    send('image/jpeg', photo.subarray(0, photo.length / 2)),
  ],
  [
    'a truncated answer',
    messages.failure_image_truncated.message,
    (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': photo.length });
      response.write(photo.subarray(0, 1000), () => response.destroy());
    },
  ],
  ['a 200-megapixel PNG', messages.failure_image_too_many_pixels.message, send('image/png', hugePng(20_000, 10_000))],
  ['a damaged PNG', messages.failure_image_undecodable.message, send('image/png', damagedPng())],
  ['an endless answer', messages.failure_image_too_large.message, endless],
  ['a connection that is cut', messages.failure_image_unreachable.message, (request) => void request.socket.destroy()],
  ['half an SVG', messages.failure_image_truncated.message, send('image/svg+xml', '<svg xmlns="x"><g>')],
  ['an SVG that is none', messages.failure_image_undecodable.message, send('image/svg+xml', '<svg><a b=c></a></svg>')],
];

let serial = 0;

/** A page with one image on it, from the same host or from another one, and a project for it. */
async function pageWith(
  answer: Route,
  host: 'same' | 'other',
  markup = '<img id="it" src="SRC" width="80" height="80" alt="x">',
) {
  const { site, page } = session;
  serial += 1;
  const path = `/image-${serial}`;
  site.route(path, answer);
  const src = host === 'same' ? path : `http://images.test:${site.port}${path}`;
  site.route(
    `/page-${serial}.html`,
    send('text/html', `<title>Page ${serial}</title>${markup.replaceAll('SRC', src)}`),
  );
  await page.goto(`${site.origin}/page-${serial}.html`, { waitUntil: 'commit' });
  await page.waitForSelector('#it', { state: 'attached' });
  return addProject(session, `bytes ${serial}`);
}

test.each(
  REFUSED.flatMap(([what, words, answer]) => [
    ['same', what, words, answer] as const,
    ['other', what, words, answer] as const,
  ]),
)('%s host, %s: a clear word, nothing saved', async (host, _what, words, answer) => {
  const project = await pageWith(answer, host);
  const before = await rows(session.foil, 'originals');
  await tagImage(session, '#it', 'distractor', project);
  await awaitWord(session.page, words.replace(/ ?\(?\$1\)?\.?/, ''), 25_000);
  expect(await capturesOf(session, project)).toEqual([]);
  expect(await rows(session.foil, 'intents')).toEqual([]);
  expect(await rows(session.foil, 'originals')).toHaveLength(before.length);
});

const dataUrl = `data:image/webp;base64,${fixture('lossy.webp').toString('base64')}`;
const srcset =
  '<picture><source type="image/webp" srcset="/nowhere.webp 1x" media="(max-width: 1px)"><img id="it" srcset="SRC 1x, SRC?big 3x" src="/none.jpg" alt="x"></picture>';

const TAKEN: readonly [
  what: string,
  file: string,
  host: 'same' | 'other',
  way: 'frame' | 'background',
  answer?: Route | undefined,
  markup?: string,
][] = [
  ['a JPEG', 'baseline.jpg', 'same', 'frame'],
  ['a JPEG of another host', 'progressive.jpg', 'other', 'background'],
  ['a PNG', 'plain.png', 'other', 'background'],
  ['an animated GIF', 'animated.gif', 'other', 'background'],
  ['a WebP', 'lossy.webp', 'other', 'background'],
  ['an AVIF', 'plain.avif', 'other', 'background'],
  ['a data: address', 'lossy.webp', 'same', 'frame', undefined, `<img id="it" src="${dataUrl}" alt="x">`],
  ['a picture with srcset', 'baseline.jpg', 'same', 'frame', undefined, srcset],
  ['an SVG', 'plain.svg', 'same', 'frame', send('image/svg+xml', fixture('plain.svg'))],
  ['an SVG of another host', 'viewbox.svg', 'other', 'background', send('image/svg+xml', fixture('viewbox.svg'))],
  ['an SVG without a size', 'no-size.svg', 'other', 'background', send('image/svg+xml', fixture('no-size.svg'))],
  ['an ICO', 'mixed.ico', 'other', 'background', send('image/x-icon', fixture('mixed.ico'))],
  ['a BMP', 'bottom-up.bmp', 'other', 'background'],
  ['a wrong Content-Type', 'baseline.jpg', 'other', 'background', send('text/plain', fixture('baseline.jpg'))],
  [
    'a picture behind its page’s Referer',
    'baseline.jpg',
    'other',
    'background',
    (request, response) => {
      const allowed = request.headers.referer?.startsWith('http://127.0.0.1') === true;
      response
        .writeHead(allowed ? 200 : 403, { 'Content-Type': 'image/jpeg' })
        .end(allowed ? fixture('baseline.jpg') : 'no hot links');
    },
  ],
];

test.each(TAKEN)('%s: the server’s very bytes', async (_what, file, host, way, answer, markup) => {
  const bytes = fixture(file);
  const project = await pageWith(answer ?? send('image/jpeg', bytes), host, markup);
  await session.page.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement).naturalWidth > 0);
  await tagImage(session, '#it', 'context-negative', project);
  await awaitWord(session.page, messages.saved_context_negative.message);
  const [capture] = await capturesOf(session, project);
  expect(capture).toMatchObject({ sha256: sha256(bytes), provenance: { way, title: `Page ${serial}` } });
});

test('a blob: address is read in its page', async () => {
  const bytes = fixture('baseline.jpg');
  const project = await pageWith(
    send('image/jpeg', bytes),
    'same',
    `<img id="it" alt="x"><script>
    fetch('SRC').then((answer) => answer.blob()).then((blob) => { it.src = URL.createObjectURL(blob) })</script>`,
  );
  await session.page.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement).naturalWidth > 0);
  await tagImage(session, '#it', 'positive', project);
  await awaitWord(session.page, messages.saved_positive.message);
  expect(await capturesOf(session, project)).toMatchObject([
    { sha256: sha256(bytes), provenance: { way: 'frame', status: 0 } },
  ]);
});

test('an image opened as its own document', async () => {
  const { site, page } = session;
  site.route('/alone.jpg', send('image/jpeg', photo));
  await page.goto(`${site.origin}/alone.jpg`);
  const project = await addProject(session, 'alone');
  await tagImage(session, 'img', 'positive', project);
  await awaitWord(page, messages.saved_positive.message);
  expect(await capturesOf(session, project)).toMatchObject([{ sha256: sha256(photo) }]);
});

test('no rule of ours stands once the bytes are there', async () => {
  const worker = await session.browser.worker();
  await until(
    'no session rule',
    async () => (await worker.evaluate(() => chrome.declarativeNetRequest.getSessionRules())).length === 0,
  );
});

test('an SVG has a thumbnail too, and what drew it is gone soon', async () => {
  const captures = (await rows(session.foil, 'captures')).filter(({ image }) => image.extension === 'svg');
  expect(captures.length).toBeGreaterThan(0);
  const thumbnails = async () => (await rows(session.foil, 'thumbnails')).map(({ sha256 }) => sha256);
  await until('the thumbnails', async () => {
    const drawn = await thumbnails();
    return captures.every(({ sha256 }) => drawn.includes(sha256));
  });
  const documents = () => chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT] });
  await until('no document', async () => (await session.foil.evaluate(documents)).length === 0);
});
