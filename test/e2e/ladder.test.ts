import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Form, formOf, type Way } from '../../src/core/capture.ts';
import { resemble } from '../../src/core/look.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import type { Route } from '../servers/site.ts';
import { lookOf, scaled } from './looks.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';
import { awaitWord } from './word.ts';

/** The whole ladder (HARD-CASES.md, a to e): which way brings what, and that it is the picture that the page shows. */

let session: Session;
/** The photograph at half its size. */
let preview: Buffer;

beforeAll(async () => {
  session = await startSession();
  await session.page.bringToFront();
  preview = await scaled(session.foil, photo, 0.5);
});

afterAll(() => session?.close());

const photo = readFileSync('test/site/photos/kitten-planks.jpg');
/** As large as the photograph, and another one. */
const other = readFileSync('test/site/photos/red-panda.jpg');
const small = readFileSync('test/site/photos/espresso.jpg');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

type Headers = Readonly<Record<string, string>>;

function send(bytes: Buffer | string, headers: Headers = {}, status = 200): Route {
  return (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'image/jpeg', ...headers }).end(bytes);
}

/** One answer for some requests, another for the rest. */
function when(is: (request: IncomingMessage) => boolean, yes: Route, no: Route): Route {
  return (request, response) => (is(request) ? yes : no)(request, response);
}

/** The first request of a path gets one answer, every later one another. */
function once(first: Route, later: Route): Route {
  let asked = 0;
  return (request, response) => (asked++ === 0 ? first : later)(request, response);
}

const hasPartitioned = ({ headers }: IncomingMessage) => headers.cookie?.includes('partitioned=yes') === true;
/** What only a page asks for an `<img>`, and no `fetch` can. */
const isImageRequest = ({ headers }: IncomingMessage) => headers['sec-fetch-dest'] === 'image';
const noStore = { 'Cache-Control': 'no-store' };
const cached = { 'Cache-Control': 'max-age=3600' };
const gone = send('gone', { 'Content-Type': 'text/plain' }, 410);

const IMG = '<img id="it" src="SRC" width="640" height="360" alt="x">';

interface Case {
  readonly answer: Route;
  readonly way: Way;
  /** The server's very bytes; absent where no way brings them. */
  readonly bytes?: Buffer;
  readonly markup?: string;
  /** Where the image lies; the page's own host otherwise. */
  readonly elsewhere?: boolean;
}

/** `localhost` may have secure cookies without TLS; the page is on another site. */
const PAGE_HOST = 'pages.test';
const IMAGE_HOST = 'localhost';

const CASES: Readonly<Record<string, Case>> = {
  'behind a partitioned cookie': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasPartitioned, send(photo), send('no', {}, 403)),
  },
  'behind a partitioned cookie, and another picture of its size for everybody else': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasPartitioned, send(photo), send(other)),
  },
  'another picture of another size for everybody else': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasPartitioned, send(photo), send(small)),
  },
  'a preview for everybody else': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasPartitioned, send(photo), (request, response) => send(preview)(request, response)),
  },
  'another picture of its size for whatever is no page': {
    ...{ elsewhere: true, way: 'screenshot' },
    answer: when(isImageRequest, send(photo, noStore), send(other)),
  },
  'another picture each time': {
    ...{ elsewhere: true, way: 'screenshot' },
    answer: once(send(photo, noStore), send(other, noStore)),
  },
  'another picture each time, of the page’s own host': {
    ...{ way: 'drawn' },
    answer: once(send(photo, noStore), send(other, noStore)),
  },
  'another picture each time, and the first in the page’s cache': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: once(send(photo, cached), send(other, cached)),
  },
  'an address that works once, and is in the page’s cache': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: once(send(photo, cached), gone),
  },
  'an address that works once, and is in no cache': {
    ...{ elsewhere: true, way: 'screenshot' },
    answer: once(send(photo, noStore), gone),
  },
  'a picture for pages alone': {
    ...{ elsewhere: true, way: 'screenshot' },
    answer: when(isImageRequest, send(photo, noStore), send('no', {}, 403)),
  },
  'a blob: address that was revoked': {
    ...{ way: 'drawn' },
    answer: send(photo),
    markup: `<img id="it" width="640" height="360" alt="x"><script>
      fetch('SRC').then((answer) => answer.blob()).then(async (blob) => {
        it.src = URL.createObjectURL(blob);
        await it.decode();
        URL.revokeObjectURL(it.src);
        document.title += ' revoked';
      })</script>`,
  },
};

let serial = 0;

async function open({ answer, elsewhere, markup = IMG }: Case, headers: Headers = {}) {
  const { site, page } = session;
  serial += 1;
  const path = `/ladder-${serial}`;
  site.route(path, answer);
  const cookie = 'partitioned=yes; Secure; SameSite=None; Partitioned; Path=/';
  site.route('/join', (_request, response) => response.writeHead(200, { 'Set-Cookie': cookie }).end());
  const there = `http://${IMAGE_HOST}:${site.port}`;
  const join = `<title>Ladder ${serial}</title><script>
    const joined = fetch('${there}/join', { mode: 'no-cors', credentials: 'include' })</script>`;
  const shown = markup.replaceAll('SRC', elsewhere ? `${there}${path}` : path);
  // The image may need the cookie that the first request brings.
  const later = `<template id="t">${shown}</template><script>joined.then(() => {
    for (const node of [...t.content.children]) if (node.localName !== 'script') document.body.append(node);
    else document.body.append(Object.assign(document.createElement('script'), { textContent: node.textContent }));
  })</script>`;
  site.route(
    `/ladder-${serial}.html`,
    send(`<!doctype html><body>${join}${later}`, { 'Content-Type': 'text/html', ...headers }),
  );
  await page.goto(`http://${PAGE_HOST}:${site.port}/ladder-${serial}.html`);
  await page.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement | null)?.naturalWidth);
  return addProject(session, `ladder ${serial}`);
}

const WORDS: Readonly<Record<Form, string>> = {
  original: '',
  're-encoded': messages.form_re_encoded.message,
  screenshot: messages.form_screenshot.message,
};

test.each(Object.entries(CASES))('%s', async (_what, row) => {
  const project = await open(row);
  if (row.markup?.includes('revoked')) await session.page.waitForFunction(() => document.title.includes('revoked'));
  await tagImage(session, '#it', 'distractor', project);
  await awaitWord(session.page, messages.saved_distractor.message);
  await awaitWord(session.page, WORDS[formOf(row.way)]);
  const [capture] = await capturesOf(session, project);
  expect(capture?.provenance.way).toBe(row.way);
  if (row.bytes) expect(capture?.sha256).toBe(sha256(row.bytes));
  const [got, shown] = await Promise.all([
    lookOf(session.foil, { sha256: capture?.sha256 ?? '' }),
    lookOf(session.foil, { bytes: photo }),
  ]);
  expect(resemble(got, shown)).toBe('same');
});
