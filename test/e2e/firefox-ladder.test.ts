import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Way } from '../../src/core/capture.ts';
import type { Route } from '../servers/site.ts';
import { forbidden, gone, html, isImageRequest, noStore, once, other, photo, send, sha256, when } from './answers.ts';
import { type FirefoxSession, GRANTED, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { askFoil } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf } from './session.ts';

/** The ladder in Firefox, where way c is the person's choice, and containers keep cookies of their own. */

let session: FirefoxSession;
let serial = 0;

beforeAll(async () => {
  session = await startFirefoxSession({ prefs: { ...GRANTED, 'privacy.userContext.enabled': true } });
});

afterAll(() => session?.close());

interface Case {
  readonly answer: Route;
  readonly way: Way;
  readonly bytes?: Buffer;
  readonly host?: 'same' | 'other';
  readonly markup?: string;
  readonly opens?: boolean;
}

const IMG = '<img id="it" src="SRC" width="640" height="360" alt="x">';

const REVOKED = `<img id="it" width="640" height="360" alt="x"><script>
  fetch('SRC').then((answer) => answer.blob()).then(async (blob) => {
    const url = URL.createObjectURL(blob);
    it.src = url;
    await it.decode();
    URL.revokeObjectURL(url);
    document.title = 'revoked';
  })</script>`;

const onceFleeting = once(send(photo, noStore), gone);

const CASES: Readonly<Record<string, Case>> = {
  'an image for pages alone': {
    ...{ host: 'other', way: 'screenshot' },
    answer: when(isImageRequest, send(photo, noStore), forbidden),
  },
  'another picture of its size for whatever is no page': {
    ...{ host: 'other', way: 'screenshot' },
    answer: when(isImageRequest, send(photo, noStore), send(other)),
  },
  'another picture each time, of the page’s own host': {
    ...{ host: 'same', way: 'drawn' },
    answer: once(send(photo, noStore), send(other, noStore)),
  },
  'an address that works once': { ...{ host: 'other', way: 'screenshot' }, answer: onceFleeting },
  'a blob: address that was revoked': { ...{ host: 'same', way: 'drawn' }, answer: send(photo), markup: REVOKED },
  'behind a cookie of the page’s own partition, where way c is chosen': {
    ...{ host: 'other', way: 'opened', bytes: photo, opens: true },
    answer: when(({ headers }) => headers.cookie?.includes('here=yes') === true, send(photo), forbidden),
  },
};

/** Total Cookie Protection gives every site's frames and images cookies of their own: this one is set by an image. */
const setHere: Route = (_request, response) =>
  response
    .writeHead(200, {
      'Set-Cookie': 'here=yes; SameSite=None; Secure; Partitioned; Path=/',
      'Content-Type': 'image/jpeg',
    })
    .end(photo);

async function open({ answer, host, markup = IMG }: Case) {
  const { site, page } = session;
  serial += 1;
  site.route(`/image-${serial}`, answer);
  site.route('/here', setHere);
  const there = `http://localhost:${site.port}`;
  const src = host === 'same' ? `/image-${serial}` : `${there}/image-${serial}`;
  const later = `<template id="t">${markup.replaceAll('SRC', src)}</template><script>
    const first = new Image();
    first.onload = first.onerror = () => { for (const node of [...t.content.children])
      document.body.append(node.localName === 'script' ? Object.assign(document.createElement('script'), { textContent: node.textContent }) : node) };
    first.src = '${there}/here'</script>`;
  site.route(`/page-${serial}.html`, html(`<title>Page</title><body>${later}`));
  await page.goto(`http://127.0.0.1:${site.port}/page-${serial}.html`);
  await page.waitForFunction(() => ((document.querySelector('#it') as HTMLImageElement | null)?.naturalWidth ?? 0) > 0);
  if (markup === REVOKED) await page.waitForFunction(() => document.title === 'revoked');
  return addProject(session, `ladder ${serial}`);
}

test.each(Object.entries(CASES))('%s', async (_what, row) => {
  await askFoil(session.foil, 'setPreference', 'openInFirefox', row.opens === true);
  const project = await open(row);
  await tagInFirefox(session, '#it', 'distractor', project);
  const capture = await until('the capture', async () => (await capturesOf(session, project))[0]);
  expect(capture.provenance.way).toBe(row.way);
  if (row.bytes) expect(capture.sha256).toBe(sha256(row.bytes));
});

/** Opens an address in a container, as its menu "Open in New Container Tab" does. */
const OPEN_IN_CONTAINER = `(address) => {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(address, { userContextId: 2, triggeringPrincipal });
}`;

test('a tab in a container: no cookie of ours goes out, and what is shown there is what is taken', async () => {
  const { site, page, firefox } = session;
  const isMine = ({ headers }: { headers: Record<string, unknown> }) => String(headers['cookie']).includes('mine=yes');
  site.route('/mine', html('', { 'Set-Cookie': 'mine=yes; Path=/' }));
  site.route('/contained.jpg', when(isMine, send(other), send(photo)));
  site.route('/contained.html', html(`<img id="it" src="http://images.test:${site.port}/contained.jpg" width="640">`));
  await page.goto(`http://images.test:${site.port}/mine`);
  const address = `${site.origin}/contained.html`;
  const project = await addProject(session, 'contained');
  await firefox.inFirefox.run(OPEN_IN_CONTAINER, address);
  const contained = await until('the tab', async () =>
    (await firefox.browser.pages()).find((tab) => tab.url() === address),
  );
  await contained.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement).naturalWidth > 0);
  await tagInFirefox({ firefox, page: contained }, '#it', 'distractor', project);
  const capture = await until('the capture', async () => (await capturesOf(session, project))[0]);
  expect(capture).toMatchObject({ sha256: sha256(photo), provenance: { way: 'background' } });
  const asked = site.requests.filter(({ url }) => url === '/contained.jpg');
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter(isMine)).toEqual([]);
  await contained.close();
});

test('no rule of ours stands', async () => {
  const rules = () => session.foil.evaluate(() => chrome.declarativeNetRequest.getSessionRules());
  await until('no session rule', async () => (await rules()).length === 0);
});
