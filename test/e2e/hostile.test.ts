import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import type { Project } from '../../src/core/project.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { rows } from './foil.ts';
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession } from './session.ts';
import { awaitWord } from './word.ts';

/** Pages that attack. Each has `#it`, which is right-clicked with the real mouse, and does what it can to get another image taken. */

let session: Session;
let serial = 0;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.close());

const IT = 'kitten-planks.jpg';
const DECOY = 'red-panda.jpg';
const sha256 = (file: string) =>
  createHash('sha256')
    .update(readFileSync(`test/site/photos/${file}`))
    .digest('hex');

async function open(html: string, headers: Record<string, string> = {}) {
  const { site, page } = session;
  const path = `/hostile-${++serial}.html`;
  site.route(path, (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html),
  );
  const project = await addProject(session, `hostile ${serial}`);
  await page.goto(`${site.origin}${path}`, { waitUntil: 'load' });
  await page.bringToFront();
  return project;
}

/** `#it` stands at the top left: no script of the driver has to find it in a page that replaces everything. */
async function tag(project: Project): Promise<void> {
  await rightClickAndChoose(session.display, session.page, { x: 60, y: 60 }, { item: 2 });
  await until('a capture', async () => (await capturesOf(session, project)).length > 0);
}

/** What the page's own scripts noted, read past all that they have replaced. */
async function seenByPage(): Promise<unknown> {
  const cdp = await session.page.context().newCDPSession(session.page);
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'globalThis.seen', returnByValue: true });
  await cdp.detach();
  return result.value;
}

const photo = (id: string, file: string, more = '') => `<img id="${id}" src="/photos/${file}" width="300" ${more}>`;

/** What `#form` is asked by is then one of its fields: of a form's names, our own world sees those as well. */
const TAKE_NAMES = `<script>
  const taken = new Set();
  for (let one = form; one; one = Object.getPrototypeOf(one)) Object.getOwnPropertyNames(one).forEach((name) => taken.add(name));
  for (const name of taken) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    Node.prototype.appendChild.call(document.getElementById('form'), field);
  }</script>`;

/** What the page itself saw of Foil, if anything, is kept in `window.seen`. */
const ATTACKS: readonly [name: string, html: string][] = [
  [
    'points elsewhere with events of its own',
    `${photo('it', IT)}${photo('decoy', DECOY)}<script>
    addEventListener('contextmenu', (event) => {
      if (!event.isTrusted) return;
      for (const type of ['pointermove', 'pointerdown', 'mousedown', 'contextmenu', 'pointerup', 'mouseup'])
        decoy.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, button: 2, clientX: 450, clientY: 50 }));
    });</script>`,
  ],
  [
    'has replaced the prototypes and globals that a script would use',
    `<script>
    window.seen = [];
    const lie = (name) => function () { seen.push(name); return null; };
    Element.prototype.attachShadow = new Proxy(Element.prototype.attachShadow, {
      apply(target, host, args) { const root = Reflect.apply(target, host, args); seen.push(['root', root.mode]); return root; } });
    for (const [object, names] of [
      [Element.prototype, ['getAttribute', 'closest', 'getBoundingClientRect', 'matches']],
      [Document.prototype, ['elementsFromPoint', 'elementFromPoint', 'querySelectorAll', 'createElement']],
      [Array.prototype, ['map', 'filter', 'flatMap', 'find']], [Map.prototype, ['get', 'set']],
      [WeakMap.prototype, ['get', 'set']], [EventTarget.prototype, ['addEventListener']],
      [window, ['fetch', 'getComputedStyle', 'URL', 'Blob', 'FileReader', 'AbortController', 'CSSStyleSheet']],
      [HTMLCanvasElement.prototype, ['getContext', 'toBlob']] ])
      for (const name of names) object[name] = lie(name);
    Object.defineProperty(HTMLImageElement.prototype, 'currentSrc', { get() { seen.push('currentSrc'); return '/photos/${DECOY}' } });
    Object.defineProperty(HTMLImageElement.prototype, 'src', { get() { seen.push('src'); return '/photos/${DECOY}' } });
    Object.defineProperty(Event.prototype, 'isTrusted', { get() { return true } });
    </script>${photo('it', IT)}${photo('decoy', DECOY)}`,
  ],
  [
    'has taken the names that a document is asked by',
    `${photo('it', IT)}<form name="images"><input name="length" value="9"></form><form name="body"></form>
    <img name="title" src="/photos/${DECOY}" width="90"><form name="documentElement"></form><form name="elementsFromPoint"></form>
    <form name="defaultView"></form><form name="location2"></form><form name="contentType"></form>
    <form name="querySelectorAll"></form><form name="createElement"></form><form name="head"></form><form name="activeElement"></form>
    <form name="hidden"></form><form name="addEventListener"></form>`,
  ],
  [
    'has taken every name that a document is asked by, with images',
    `${photo('it', IT)}<p id="names" hidden></p><script>
    const named = [];
    for (const name in document) named.push(name);
    for (const name of named) {
      const image = new Image();
      image.name = name;
      names.append(image);
    }</script>`,
  ],
  [
    'has a form that has taken every name that an element is asked by, around the image',
    `<form id="form" style="width:300px">${photo('it', IT, 'aria-describedby="form"')}</form>${TAKE_NAMES}`,
  ],
  [
    'has a form that has taken every name, over the image',
    `${photo('it', IT)}<form id="form" style="position:absolute;inset:0;opacity:0">${photo('decoy', DECOY)}</form>${TAKE_NAMES}`,
  ],
  [
    'has an image on top that nobody sees, as slides do that fade',
    `${photo('it', IT)}<img src="/photos/${DECOY}" width="300" style="position:absolute;top:0;left:0;opacity:0">`,
  ],
  [
    'has megabytes in its attributes',
    `<script>
    const much = 'x'.repeat(4_000_000);
    document.write('<title></title><figure><a id="around"><img id="it" width="300"></a><figcaption id="under"></figcaption></figure>');
    document.title = much; under.textContent = much; around.href = 'https://larger.test/' + much + '.jpg';
    it.alt = much; it.title = much; it.dataset.src = '/photos/${DECOY}?' + much; it.dataset.srcset = much + ' 2x, ' + much;
    it.style.fontFamily = much; it.className = much; it.srcset = (',,' + much.slice(0, 2000) + ' 9q').repeat(300);
    it.removeAttribute('srcset'); it.src = '/photos/${IT}';</script>`,
  ],
  [
    'has thousands of images',
    `${photo('it', IT)}<div id="more"></div><script>
    for (let count = 0; count < 6_000; count++) { const image = new Image(8, 8); image.src = '/photos/${DECOY}?' + count % 7; more.append(image) }
    </script>`,
  ],
  [
    'is nested as deep as a browser bears',
    `${'<div>'.repeat(500)}${photo('it', IT)}<script>let deep = it.parentElement;
    for (let count = 0; count < 1_500; count++) { const next = document.createElement('div'); deep.append(next); deep = next }
    deep.append(it)</script>`,
  ],
  [
    'lies about where links and larger versions lead',
    `<a href="javascript:alert(1)//.jpg">${photo('it', IT, `data-full="javascript:alert(2)" data-large="file:///etc/passwd" data-src="chrome://settings/x.png"`)}</a>`,
  ],
];

test.each(ATTACKS)('a page that %s: the image that was clicked, and no other', async (_name, html) => {
  const project = await open(html);
  const calm = await seenByPage();
  await tag(project);
  const [capture, ...more] = await capturesOf(session, project);
  expect(more).toEqual([]);
  expect(capture).toMatchObject({ sha256: sha256(IT), provenance: { way: 'frame' } });
  const { title = '', alt = '', caption = '', linkUrl = '' } = capture?.provenance ?? {};
  for (const text of [title, alt, caption]) expect(text.length).toBeLessThanOrEqual(LIMITS.text);
  expect(linkUrl.length).toBeLessThanOrEqual(LIMITS.address);
  expect(linkUrl).not.toMatch(/^javascript:/i);
  expect(await rows(session.foil, 'intents')).toEqual([]);
  // What ran in the page's own world would have left a trace of ours.
  expect(await seenByPage()).toEqual(calm);
});

test('messages that look like ours do nothing', async () => {
  const project = await open(`${photo('it', IT)}<script>
    window.tried = 0;
    window.imitate = (id) => {
      const calls = [
        { foil: 'undo', args: [id] }, { foil: 'choose', args: [id, 0] }, { foil: 'remove', args: [[id]] },
        { foil: 'retag', args: [[id], 'positive'] }, { foil: 'say', args: [{ tone: 'positive', text: 'Owned', detail: '', close: 'x' }] },
        { foil: 'find', args: [{ srcUrl: '', live: true }] }, { foil: 'saveProject', args: [{ name: 'Owned', target: 'x', destination: { id: 'browser', options: {} } }] } ];
      for (const call of calls) {
        postMessage(call, '*'); postMessage(JSON.stringify(call), '*'); tried++;
        for (const target of [window, document, document.documentElement, it])
          for (const type of ['message', 'foil', call.foil])
            target.dispatchEvent(new CustomEvent(type, { detail: call, bubbles: true }));
        new BroadcastChannel('foil').postMessage(call);
        new BroadcastChannel('foil').postMessage({ what: 'captures' });
        try { chrome.runtime.sendMessage('${session.browser.extensionId}', call) } catch { }
        try { chrome.runtime.connect('${session.browser.extensionId}').postMessage(call) } catch { }
      }
    };</script>`);
  await tag(project);
  const [before] = await capturesOf(session, project);
  await session.page.evaluate(
    (id) => (window as unknown as { imitate(id: string): void }).imitate(id),
    before?.id ?? '',
  );
  expect(await session.page.evaluate(() => (window as unknown as { tried: number }).tried)).toBe(7);
  // The next real capture comes after all of it.
  await rightClickAndChoose(session.display, session.page, '#it', { item: 3 });
  await awaitWord(session.page, messages.saved_distractor.message);
  const after = await capturesOf(session, project);
  expect(after.map(({ tag: now, history }) => [now, history.length])).toEqual([['distractor', 2]]);
  const names = (await rows(session.foil, 'projects')).map(({ name }) => name);
  expect(names).not.toContain('Owned');
});

test('the page cannot reach into the extension, nor load anything of it', async () => {
  await open(photo('it', IT));
  const reached = await session.page.evaluate(async (id) => {
    const files = ['manifest.json', 'src/content/watcher.iife.js', 'src/popup/index.html', 'icons/foil-16.png'];
    const loads = files.map((file) =>
      fetch(`chrome-extension://${id}/${file}`).then(
        () => file,
        () => '',
      ),
    );
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${id}/src/options/index.html`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const image = await new Promise((resolve) => {
      const probe = new Image();
      probe.onload = () => resolve('image');
      probe.onerror = () => resolve('');
      probe.src = `chrome-extension://${id}/icons/foil-16.png`;
    });
    return [...(await Promise.all(loads)), image].filter(Boolean);
  }, session.browser.extensionId);
  expect(reached).toEqual([]);
  const frames = session.page.frames().map((frame) => frame.url());
  expect(frames.filter((url) => url.includes('src/options'))).toEqual([]);
});

test('markup in titles, alts and captions is text in Foil’s pages', async () => {
  const markup =
    '<img src=x onerror="globalThis.owned = true"><script>globalThis.owned = true</scr' + 'ipt><b id="owned">bold</b>';
  const escaped = markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const project = await open(
    `<title>${escaped}</title><figure>${photo('it', IT, `alt="${escaped}"`)}<figcaption>${escaped}</figcaption></figure>`,
  );
  await tag(project);
  const popup = await session.browser.openPage('src/popup/index.html');
  await popup.getByText('onerror=').first().waitFor();
  expect(await popup.evaluate(() => [document.querySelectorAll('#owned').length, 'owned' in globalThis])).toEqual([
    0,
    false,
  ]);
  expect((await capturesOf(session, project))[0]?.provenance.alt).toBe(markup);
  await popup.close();
});
