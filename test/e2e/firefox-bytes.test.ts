import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import type { Route } from '../servers/site.ts';
import { type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitWord } from './firefox-word.ts';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf } from './session.ts';

/**
 * Show 5 in Firefox: the server's very bytes, or a clear word. Other hosts are reached by plain http, which the policy that
 * Firefox gives to extension pages unasked (`upgrade-insecure-requests`) would turn into https: the manifest states its own.
 */

let session: FirefoxSession;
let serial = 0;

beforeAll(async () => {
  session = await startFirefoxSession();
});

afterAll(() => session?.close());

const photo = readFileSync('test/site/photos/kitten-planks.jpg');
const plainSvg = readFileSync('test/fixtures/images/viewbox.svg');
const sizelessSvg = readFileSync('test/fixtures/images/no-size.svg');
const lossy = readFileSync('test/fixtures/images/lossy.webp');
/** More than fits in one message in base64: the same picture, with comments (ITU T.81, B.2.4.5) after its first marker. */
const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(0xfffd)]);
const large = Buffer.concat([photo.subarray(0, 2), ...Array<Buffer>(130).fill(comment), photo.subarray(2)]);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function send(type: string, bytes: Buffer | string, status = 200): Route {
  return (_request, response) => void response.writeHead(status, { 'Content-Type': type }).end(bytes);
}

const IMG = '<img id="it" src="SRC" width="80" height="80" alt="x">';

const BLOB = `<img id="it" alt="x"><script>
  fetch('SRC').then((answer) => answer.blob()).then((blob) => { it.src = URL.createObjectURL(blob) })</script>`;

interface Shown {
  readonly answer: Route;
  readonly host?: 'same' | 'other';
  readonly markup?: string;
}

/** A page with one image on it, from the same host or from another one, and a project for it. */
async function pageWith({ answer, host = 'same', markup = IMG }: Shown) {
  const { site, page } = session;
  serial += 1;
  site.route(`/image-${serial}`, answer);
  const src = host === 'same' ? `/image-${serial}` : `http://images.test:${site.port}/image-${serial}`;
  const html = `<title>Page ${serial}</title>${markup.replaceAll('SRC', src)}`;
  site.route(`/page-${serial}.html`, send('text/html', html));
  await page.goto(`${site.origin}/page-${serial}.html`);
  return addProject(session, `bytes ${serial}`);
}

const behindReferer: Route = ({ headers }, response) => {
  const allowed = headers.referer?.startsWith('http://127.0.0.1') === true;
  response.writeHead(allowed ? 200 : 403, { 'Content-Type': 'image/jpeg' }).end(allowed ? photo : 'no hot links');
};

const behindCookie: Route = ({ headers }, response) => {
  const allowed = headers.cookie?.includes('member=yes') === true;
  response.writeHead(allowed ? 200 : 403, { 'Content-Type': 'image/jpeg' }).end(allowed ? photo : 'members only');
};

const TAKEN: readonly [what: string, way: 'frame' | 'background', bytes: Buffer, shown: Shown][] = [
  ['a JPEG', 'frame', photo, { answer: send('image/jpeg', photo) }],
  ['a JPEG of another host', 'background', photo, { answer: send('image/jpeg', photo), host: 'other' }],
  ['a JPEG of 8 MB', 'frame', large, { answer: send('image/jpeg', large) }],
  ['a WebP of another host, as text', 'background', lossy, { answer: send('text/plain', lossy), host: 'other' }],
  ['a picture behind its page’s Referer', 'background', photo, { answer: behindReferer, host: 'other' }],
  ['an SVG', 'frame', plainSvg, { answer: send('image/svg+xml', plainSvg) }],
  [
    'an SVG without a size, of another host',
    'background',
    sizelessSvg,
    { answer: send('image/svg+xml', sizelessSvg), host: 'other' },
  ],
  ['a blob: address', 'frame', photo, { answer: send('image/jpeg', photo), markup: BLOB }],
  [
    'a data: address',
    'frame',
    lossy,
    {
      answer: send('text/plain', ''),
      markup: `<img id="it" src="data:image/webp;base64,${lossy.toString('base64')}" alt="x">`,
    },
  ],
];

test.each(TAKEN)('%s: the server’s very bytes', async (_what, way, bytes, shown) => {
  const project = await pageWith(shown);
  await session.page.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement).naturalWidth > 0);
  await tagInFirefox(session, '#it', 'distractor', project);
  await awaitWord(session.page, messages.saved_distractor.message);
  const provenance = { way, title: `Page ${serial}` };
  expect(await capturesOf(session, project)).toMatchObject([{ sha256: sha256(bytes), provenance }]);
});

test('a picture behind a cookie that the person has from its host', async () => {
  const { site, page } = session;
  site.route('/join', (_request, response) => response.writeHead(200, { 'Set-Cookie': 'member=yes; Path=/' }).end());
  await page.goto(`http://images.test:${site.port}/join`);
  const project = await pageWith({ answer: behindCookie, host: 'other' });
  await tagInFirefox(session, '#it', 'distractor', project);
  await awaitWord(page, messages.saved_distractor.message);
  expect(await capturesOf(session, project)).toMatchObject([{ sha256: sha256(photo) }]);
});

test('an image opened as its own document', async () => {
  const { site, page } = session;
  const project = await addProject(session, 'alone');
  await page.goto(`${site.origin}/photos/chelsea.png`);
  await tagInFirefox(session, 'img', 'positive', project);
  await awaitWord(page, messages.saved_positive.message);
  const expected = { sha256: sha256(readFileSync('test/site/photos/chelsea.png')), provenance: { way: 'frame' } };
  expect(await capturesOf(session, project)).toMatchObject([expected]);
});

const cutShort: Route = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': photo.length });
  response.write(photo.subarray(0, 1000), () => response.destroy());
};

const half = photo.subarray(0, photo.length / 2);

const REFUSED: readonly [what: string, words: string, answer: Route][] = [
  ['a 403', 'HTTP 403', send('text/html', 'no', 403)],
  [
    'HTML under an image’s address',
    messages.failure_not_an_image.message,
    send('image/jpeg', '<!doctype html><h1>Log in'),
  ],
  ['a truncated JPEG', messages.failure_image_truncated.message, send('image/jpeg', half)],
  ['a truncated answer', messages.failure_image_truncated.message, cutShort],
];

test.each(REFUSED.flatMap((row) => [['same', ...row] as const, ['other', ...row] as const]))(
  '%s host, %s: a clear word, nothing saved',
  async (host, _what, words, answer) => {
    const project = await pageWith({ answer, host });
    const before = await rows(session.foil, 'originals');
    await tagInFirefox(session, '#it', 'distractor', project);
    await awaitWord(session.page, words, 25_000);
    expect(await capturesOf(session, project)).toEqual([]);
    expect(await rows(session.foil, 'intents')).toEqual([]);
    expect(await rows(session.foil, 'originals')).toHaveLength(before.length);
  },
);

test('no rule of ours stands once the bytes are there', async () => {
  const rules = () => session.foil.evaluate(() => chrome.declarativeNetRequest.getSessionRules());
  await until('no session rule', async () => (await rules()).length === 0);
});
