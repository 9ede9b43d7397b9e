import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Form, formOf, type Way } from '../../src/core/capture.ts';
import { resemble } from '../../src/core/look.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import type { Route } from '../servers/site.ts';
import {
  cached,
  forbidden,
  gone,
  type Headers,
  hasJoined,
  html,
  isImageRequest,
  join,
  noStore,
  once,
  other,
  photo,
  send,
  sha256,
  small,
  when,
} from './answers.ts';
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { until } from './harness/until.ts';
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

const IMG = '<img id="it" src="SRC" width="640" height="360" alt="x">';

interface Case {
  readonly answer: Route;
  readonly way: Way;
  /** The server's very bytes; absent where no way brings them. */
  readonly bytes?: Buffer;
  readonly markup?: string;
  /** Where the image lies; the page's own host otherwise. */
  readonly elsewhere?: boolean;
  /** What the person has from the image's host, as from a visit there. */
  readonly cookie?: string;
}

/** `localhost` may have secure cookies without TLS; the page is on another site. */
const PAGE_HOST = 'pages.test';
const IMAGE_HOST = 'localhost';

const avif = readFileSync('test/fixtures/images/plain.avif');

/** One picture, and the answer goes on. */
const stream: Route = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'multipart/x-mixed-replace; boundary=next', ...noStore });
  for (const _ of [1, 2])
    response.write(
      Buffer.concat([Buffer.from('--next\r\nContent-Type: image/jpeg\r\n\r\n'), photo, Buffer.from('\r\n')]),
    );
  response.write('--next\r\n');
};

const CASES: Readonly<Record<string, Case>> = {
  'behind a partitioned cookie': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasJoined, send(photo), forbidden),
  },
  'behind a partitioned cookie, and another picture of its size for everybody else': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasJoined, send(photo), send(other)),
  },
  'another picture of another size for everybody else': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasJoined, send(photo), send(small)),
  },
  'a preview for everybody else': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasJoined, send(photo), (request, response) => send(preview)(request, response)),
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
    answer: when(isImageRequest, send(photo, noStore), forbidden),
  },
  'another picture for a cookie that the person has, and the page may not send': {
    ...{ elsewhere: true, way: 'opened', bytes: photo, cookie: 'member=yes; SameSite=Lax; Path=/' },
    answer: when(({ headers }) => headers.cookie?.includes('member=yes') === true, send(other), send(photo)),
  },
  'a redirect to where the page’s Referer is wanted': {
    ...{ elsewhere: true, way: 'background', bytes: photo },
    answer: when(
      ({ url }) => url?.includes('final') === true,
      when(({ headers }) => headers.referer?.includes(PAGE_HOST) === true, send(photo), forbidden),
      (request, response) => void response.writeHead(302, { Location: `${request.url}?final` }).end(),
    ),
  },
  'a page that sends no Referer, and a host that wants none': {
    ...{ elsewhere: true, way: 'background', bytes: photo },
    answer: when(({ headers }) => headers.referer === undefined, send(photo), forbidden),
    markup: IMG.replace('<img', '<img referrerpolicy="no-referrer"'),
  },
  'another picture of another size for whatever is no page': {
    ...{ elsewhere: true, way: 'screenshot' },
    answer: when(isImageRequest, send(photo, noStore), send(avif)),
  },
  'a type that is negotiated': {
    ...{ elsewhere: true, way: 'background', bytes: avif },
    answer: when(({ headers }) => headers.accept?.includes('image/avif') === true, send(avif), send(photo)),
    markup: '<img id="it" src="SRC" alt="x">',
  },
  'twice as dense': {
    ...{ elsewhere: true, way: 'background', bytes: photo },
    answer: send(photo),
    markup: IMG.replace('src="SRC"', 'srcset="SRC 2x"'),
  },
  'less dense than its place': {
    ...{ elsewhere: true, way: 'background', bytes: photo },
    answer: send(photo),
    markup: IMG.replace('src="SRC"', 'srcset="SRC 1024w" sizes="1900px"'),
  },
  'a motion JPEG': {
    ...{ elsewhere: true, way: 'screenshot' },
    answer: stream,
  },
  'cut to its box, and the page’s own cookie': {
    ...{ elsewhere: true, way: 'background', bytes: photo },
    answer: send(photo, noStore),
    markup: IMG.replace('width="640"', 'style="object-fit: cover; object-position: 20% 50%" width="240"'),
  },
  'cut to its box, and another picture for everybody else': {
    ...{ elsewhere: true, way: 'opened', bytes: photo },
    answer: when(hasJoined, send(photo), send(other)),
    markup: IMG.replace('width="640"', 'style="object-fit: cover; object-position: 80% 50%" width="240"'),
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

async function open({ answer, elsewhere, cookie, markup = IMG }: Case, headers: Headers = {}) {
  const { site, page } = session;
  serial += 1;
  const path = `/ladder-${serial}`;
  site.route(path, answer);
  site.route('/join', join);
  // Of its own for each: what one proves is nothing to the next.
  const there = `http://row-${serial}.${IMAGE_HOST}:${site.port}`;
  const head = `<title>Ladder ${serial}</title><script>
    const joined = fetch('${there}/join', { mode: 'no-cors', credentials: 'include' })</script>`;
  const shown = markup.replaceAll('SRC', elsewhere ? `${there}${path}` : path);
  // The image may need the cookie that the first request brings.
  const later = `<template id="t">${shown}</template><script>joined.then(() => {
    for (const node of [...t.content.children]) if (node.localName !== 'script') document.body.append(node);
    else document.body.append(Object.assign(document.createElement('script'), { textContent: node.textContent }));
  })</script>`;
  site.route(`/ladder-${serial}.html`, html(`<body>${head}${later}`, headers));
  if (cookie) {
    site.route('/visit', html('', { 'Set-Cookie': cookie }));
    await page.goto(`${there}/visit`);
  }
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
  if (row.bytes) return expect(capture?.sha256).toBe(sha256(row.bytes));
  const [got, shown] = await Promise.all([
    lookOf(session.foil, { sha256: capture?.sha256 ?? '' }),
    lookOf(session.foil, { bytes: photo }),
  ]);
  expect(resemble(got, shown)).toBe('same');
});

test('a screenshot out of one of two frames of another site, as large as one another', async () => {
  const { site, page, display } = session;
  for (const [name, picture] of Object.entries({ first: other, second: photo }))
    site.route(`/${name}.jpg`, when(isImageRequest, send(picture, noStore), forbidden));
  site.route('/first.html', html('<img src="/first.jpg" width="400">'));
  site.route('/second.html', html(`<img src="http://localhost:${site.port}/second.jpg" width="400">`));
  const frame = (name: string) =>
    `<iframe id="${name}" src="http://frames.test:${site.port}/${name}.html" width="500" height="300"></iframe>`;
  site.route('/two.html', html(`<p style="height: 40px">Two</p>${frame('first')}${frame('second')}`));
  await page.goto(`http://${PAGE_HOST}:${site.port}/two.html`);
  const project = await addProject(session, 'two frames');
  await page.bringToFront();
  await page.mouse.move(20, 20);
  await rightClickAndChoose(display, page, '#second >> internal:control=enter-frame >> img', { item: 2 });
  const capture = await until('the capture', async () => (await capturesOf(session, project))[0]);
  expect(capture).toMatchObject({ image: { width: 400, height: 225 }, provenance: { way: 'screenshot' } });
  const [got, shown] = await Promise.all([
    lookOf(session.foil, { sha256: capture.sha256 }),
    lookOf(session.foil, { bytes: photo }),
  ]);
  expect(resemble(got, shown)).toBe('same');
});

test('any two photographs of the site differ, and each is itself at a quarter of its size', async () => {
  const files = readdirSync('test/site/photos').filter(
    (file) => /\.(jpg|png|webp)$/.test(file) && !file.includes('512'),
  );
  const looks = await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(`test/site/photos/${file}`);
      const quarter = await scaled(session.foil, bytes, 0.25);
      return [await lookOf(session.foil, { bytes }), await lookOf(session.foil, { bytes: quarter })] as const;
    }),
  );
  const verdicts = looks.map(([whole]) => looks.map(([, quarter]) => resemble(whole, quarter)));
  expect(verdicts).toEqual(looks.map((_, row) => looks.map((__, column) => (row === column ? 'same' : 'different'))));
});

test('an image that changes between the click and the fetch: what was clicked is taken', async () => {
  const { site, page, display } = session;
  site.route('/before.jpg', send(photo));
  site.route('/after.jpg', send(small));
  const there = `http://localhost:${site.port}`;
  const change = `addEventListener('contextmenu', () => setTimeout(() => { it.src = '${there}/after.jpg' }))`;
  site.route('/changes.html', html(`<img id="it" src="${there}/before.jpg" width="600"><script>${change}</script>`));
  await page.goto(`http://${PAGE_HOST}:${site.port}/changes.html`);
  const project = await addProject(session, 'changes');
  await page.bringToFront();
  await rightClickAndChoose(display, page, '#it', { item: 2 });
  const capture = await until('the capture', async () => (await capturesOf(session, project))[0]);
  expect(capture).toMatchObject({ sha256: sha256(photo), provenance: { imageUrl: `${there}/before.jpg` } });
});

test('what the page’s own service worker makes is drawn, also where its host has proven true', async () => {
  const { site, page } = session;
  const worker = `addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => {
      if (event.request.url.endsWith('/made.jpg')) event.respondWith(fetch('/photos/kitten-planks.jpg'));
    });`;
  site.route('/worker.js', send(worker, { 'Content-Type': 'text/javascript' }));
  site.route('/made.jpg', send(other, cached));
  site.route('/true.jpg', send(small, cached));
  site.route(
    '/worked.html',
    html('<img id="true" src="/true.jpg" width="300"><script>navigator.serviceWorker.register("/worker.js")</script>'),
  );
  await page.goto(`${site.origin}/worked.html`);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.evaluate(async () => {
    const image = Object.assign(new Image(300), { id: 'it', src: '/made.jpg' });
    document.body.append(image);
    await image.decode();
  });
  const project = await addProject(session, 'worked');
  await page.bringToFront();
  await tagImage(session, '#true', 'positive', project);
  await until('the first', async () => (await capturesOf(session, project)).length === 1);
  await tagImage(session, '#it', 'distractor', project);
  const made = await until('the second', async () => (await capturesOf(session, project))[1]);
  expect(made.provenance.way).toBe('drawn');
  const [got, shown] = await Promise.all([
    lookOf(session.foil, { sha256: made.sha256 }),
    lookOf(session.foil, { bytes: photo }),
  ]);
  expect(resemble(got, shown)).toBe('same');
});
