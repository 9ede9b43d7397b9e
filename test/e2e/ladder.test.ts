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
}

/** `localhost` may have secure cookies without TLS; the page is on another site. */
const PAGE_HOST = 'pages.test';
const IMAGE_HOST = 'localhost';

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
  site.route('/join', join);
  const there = `http://${IMAGE_HOST}:${site.port}`;
  const head = `<title>Ladder ${serial}</title><script>
    const joined = fetch('${there}/join', { mode: 'no-cors', credentials: 'include' })</script>`;
  const shown = markup.replaceAll('SRC', elsewhere ? `${there}${path}` : path);
  // The image may need the cookie that the first request brings.
  const later = `<template id="t">${shown}</template><script>joined.then(() => {
    for (const node of [...t.content.children]) if (node.localName !== 'script') document.body.append(node);
    else document.body.append(Object.assign(document.createElement('script'), { textContent: node.textContent }));
  })</script>`;
  site.route(`/ladder-${serial}.html`, html(`<body>${head}${later}`, headers));
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
