import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { askFoil, rows } from './foil.ts';
import { timesOf, trace } from './harness/trace.ts';
import { until } from './harness/until.ts';
import { awaitRingOn, awaitRings, countRings, readRings } from './rings.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';
import { watchful } from './watchful.ts';

const OURS = /rings\.iife/;

let session: Session;
let page: Page;
let project: Project;

const PHOTOS = ['kitten-wool', 'kitten-planks', 'pika', 'lemur', 'espresso'];
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
  serve('/gallery', PHOTOS.map((name) => img(name)).join(''));
  serve('/empty', '');
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
    await askFoil(session.foil, 'remove', [wool]);
    await awaitRings(page, ['distractor', 'context-negative']);
    await askFoil(session.foil, 'restore', [wool]);
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
       <script>host.attachShadow({ mode: 'closed' }).innerHTML = '${img('kitten-wool')}'</script>`,
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

const asked = (path: string) => session.site.requests.filter(({ url }) => url.startsWith(path)).length;
/** A picture with the same bytes under an address of its own, that a cache may keep or not. */
function copy(path: string, cacheControl = 'max-age=600'): void {
  session.site.route(path, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Cache-Control': cacheControl });
    response.end(readFileSync('test/site/photos/kitten-wool.jpg'));
  });
}

const image = (src: string) => `<img src="${src}" width="200" height="150">`;

describe('the same bytes elsewhere are known, without asking any server', () => {
  const base64 = readFileSync('test/site/photos/kitten-wool.jpg').toString('base64');

  test.each([
    ['at another address of the page’s own site', image('/copies/a.jpg'), ''],
    ['the same, on a page that came by plain http', image('/copies/b.jpg'), 'plain.test'],
    ['in the address itself', image(`data:image/jpeg;base64,${base64}`), ''],
    [
      'in a blob of the page’s',
      `${image('')}<script>fetch('/photos/kitten-wool.jpg').then((answer) => answer.blob())
        .then((blob) => { document.querySelector('img').src = URL.createObjectURL(blob); });</script>`,
      '',
    ],
  ])('%s', async (_, body, host) => {
    const { site } = session;
    for (const path of ['/copies/a.jpg', '/copies/b.jpg']) copy(path);
    // A path of its own: to go where one is already is to reload.
    const path = `/copy-${body.length}`;
    serve(path, body);
    await open(path, host ? `http://${host}:${site.port}` : site.origin);
    await awaitRings(page, ['positive']);
    for (const path of ['/copies/a.jpg', '/copies/b.jpg']) expect(asked(path)).toBeLessThanOrEqual(1);
  });

  test('and from then on by the address: nothing is read any more', async () => {
    const { foil, site } = session;
    expect(await rows(foil, 'addresses')).toContainEqual(
      expect.objectContaining({ project: project.id, url: `${site.origin}/copies/a.jpg` }),
    );
  });

  test('but what no cache holds is not asked for, nor is the page’s own worker', async () => {
    const { site } = session;
    copy('/copies/never.jpg', 'no-store');
    site.route('/worker.js', (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(`onactivate = (event) => event.waitUntil(clients.claim());
        onfetch = (event) => { event.respondWith(fetch(event.request));
          clients.matchAll().then((all) => all.forEach((client) => client.postMessage(event.request.url))); };`);
    });
    serve(
      '/worked',
      `<body><script>
        const heard = [];
        navigator.serviceWorker.onmessage = ({ data }) => heard.push(new URL(data).pathname);
        navigator.serviceWorker.oncontrollerchange = () => {
          for (const src of ['/copies/never.jpg', '/copies/once.jpg', 'data:image/jpeg;base64,${base64}'])
            document.body.append(Object.assign(new Image(200, 150), { src }));
        };
        navigator.serviceWorker.register('/worker.js');</script>`,
    );
    copy('/copies/once.jpg');
    await open('/worked');
    // In their order: when the last is known, the first was tried.
    await awaitRings(page, ['positive', 'positive']);
    const heard = await page.evaluate('heard');
    expect(heard).toEqual(['/copies/never.jpg', '/copies/once.jpg']);
    expect([asked('/copies/never.jpg'), asked('/copies/once.jpg')]).toEqual([1, 1]);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).unregister());
  });
});

const frames = (count: number) =>
  page.evaluate(async (left) => {
    for (let frame = 0; frame < left; frame++) await new Promise(requestAnimationFrame);
  }, count);

describe('a ring stays on its image', () => {
  test('when the page scrolls, grows, shrinks, and moves by itself', async () => {
    serve(
      '/moving',
      `<style>#kitten-wool { transition: translate .1s } .aside { translate: 90px 40px }</style>
       <div id="above"></div>${img('kitten-wool')}<div style="height:3000px"></div>`,
    );
    await open('/moving');
    await awaitRingOn(page, '#kitten-wool');
    const moves = [
      `scrollTo(0, 60)`,
      `document.querySelector('#above').style.height = '70px'`,
      `document.querySelector('#kitten-wool').width = 120`,
      `document.querySelector('#kitten-wool').classList.add('aside')`,
      `document.querySelector('#kitten-wool').style.position = 'fixed'`,
      `scrollTo(0, 160)`,
    ];
    for (const move of moves) {
      await page.evaluate(move);
      await awaitRingOn(page, '#kitten-wool');
    }
  });

  test('beneath a header that comes to lie on it', async () => {
    serve(
      '/sticky',
      `<body style="margin:0"><header style="position:sticky;top:0;height:40px;background:#fff">Head</header>
       <p>${img('kitten-wool', 'style="display:block"')}<div style="height:3000px"></div>`,
    );
    await open('/sticky');
    await awaitRingOn(page, '#kitten-wool');
    await page.evaluate(() => scrollTo(0, (document.querySelector('#kitten-wool') as HTMLElement).offsetTop - 30));
    await until('a ring that is cut', async () => (await readRings(page))[0]?.clip === '10px 0px 0px');
    await page.evaluate(() => scrollTo(0, 0));
    await until('a ring that is free', async () => (await readRings(page))[0]?.clip === '');
  });

  test('cut where its image is cut, beneath what stays put, and gone with it', async () => {
    serve(
      '/cut',
      `<body style="margin:0"><header style="position:fixed;inset:0 0 auto;height:40px;background:#fff">Head</header>
       <div id="box" style="width:150px;height:150px;overflow:auto;margin-left:30px">${img('kitten-wool')}</div>`,
    );
    await open('/cut');
    await until('a ring that is cut', async () => (await readRings(page))[0]?.clip === '40px 50px 0px 0px');
    await page.evaluate(() => document.querySelector('#box')?.scrollTo(30, 0));
    await until('a ring that is cut otherwise', async () => (await readRings(page))[0]?.clip === '40px 20px 0px 30px');
    await page.evaluate(() => document.querySelector('header')?.remove());
    await until('a ring that is free', async () => (await readRings(page))[0]?.clip === '0px 20px 0px 30px');
    await page.evaluate(() => (document.querySelector('#kitten-wool') as HTMLElement).remove());
    await awaitRings(page, []);
  });
});

describe('a page', () => {
  test('sees the same whether its images are captured or not', async () => {
    const { foil } = session;
    const empty = await addProject(session, 'empty');
    project = empty;
    await open('/gallery');
    // Captured in both: where it has its ring, the others would have theirs.
    await tag('lemur');
    project = (await rows(foil, 'projects')).find(({ name }) => name === 'rings') as Project;
    await askFoil(foil, 'selectProject', project.id);
    await tag('lemur');
    serve('/watchful', watchful([...PHOTOS.map((name) => `/photos/${name}.jpg`), '/copies/a.jpg']));
    copy('/copies/a.jpg');
    const seen: unknown[] = [];
    for (const [chosen, count] of [
      [empty, 1],
      [project, 5],
    ] as const) {
      await askFoil(foil, 'selectProject', chosen.id);
      await open('/watchful');
      await until('the rings', async () => (await countRings(page)) === count);
      await until(
        'what the browser says of covers',
        async () => (await page.evaluate('Object.keys(visible).length')) === 6,
      );
      await frames(30);
      seen.push(await page.evaluate('observe()'));
    }
    expect(seen[1]).toEqual(seen[0]);
    // It does look: what it would see of a layer that lies on an image.
    expect(seen[0]).toMatchObject({ visible: { '/photos/lemur.jpg': 'true' }, host: '<div></div>', shadow: null });
  });

  test('shows it where it is, far down too', async () => {
    serve('/long', `<style>body { margin: 0 }</style><div style="height:60000px"></div>${img('kitten-wool')}`);
    await open('/long');
    await page.evaluate(() => scrollTo(0, 60_000));
    await awaitRingOn(page, '#kitten-wool');
    await frames(2);
    const box = await page.locator('#kitten-wool').boundingBox();
    if (!box) throw new Error('not in view');
    const shot = await page.screenshot({ clip: { ...box, x: box.x + 100, height: 6, width: 1 } });
    // Below a dark line, the tag's own colour.
    expect(await colourAt(session.foil, shot, 3)).toEqual([0x13, 0x7a, 0x3d]);
  });

  test('that rests is left alone', async () => {
    await open('/gallery');
    await until('the rings', async () => (await countRings(page)) === 4);
    await frames(30);
    const cdp = await browserSession();
    const events = await trace(cdp, () => frames(60));
    expect(timesOf(events, OURS)).toEqual([]);
  });

  test('of 5,000 images is never held up', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => image(`/photos/${PHOTOS[index % 5]}.jpg?${index % 500}`));
    serve(
      '/many',
      `<style>img { width: 60px; height: 45px }</style><div id="host"></div>${many.join('')}
      <script>host.attachShadow({ mode: 'open' }).append(new Image());</script>${many
        .slice(0, 500)
        .map((one) => one.replace(/\?\d+/, ''))
        .join('')}`,
    );
    const cdp = await browserSession();
    const events = await trace(cdp, async () => {
      await open('/many');
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await until('rings', async () => (await page.evaluate(() => scrollY)) > 0 && (await countRings(page)) > 100);
      await page.evaluate(() => scrollTo(0, 0));
      await frames(20);
    });
    const ours = timesOf(events, OURS);
    expect(ours.length).toBeGreaterThan(10);
    expect(Math.max(...ours)).toBeLessThanOrEqual(50);
  });
});

describe('who took over a page’s process', () => {
  /** Asks from where our own scripts are: no page gets there by itself. */
  async function inOurWorld(path: string) {
    const tab = await session.browser.context.newPage();
    const cdp = await tab.context().newCDPSession(tab);
    const worlds: number[] = [];
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.auxData?.type === 'isolated' && context.origin.startsWith('chrome-extension:'))
        worlds.push(context.id);
    });
    await cdp.send('Runtime.enable');
    await tab.goto(`${session.site.origin}${path}`);
    const contextId = await until('our world', () => worlds.at(-1));
    const known = async (asked: unknown) => {
      const expression = `chrome.runtime.sendMessage({ foil: 'known', args: [${JSON.stringify(asked)}] })`;
      const { result } = await cdp.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value as { ok: boolean; value?: unknown[]; failure?: { kind: string } };
    };
    return { tab, known };
  }

  test('learns no more than tags, and teaches nothing of other sites', async () => {
    const { site, foil } = session;
    const { tab, known } = await inOurWorld('/empty');
    const [wool] = await capturesOf(session, project);
    const url = `${site.origin}/photos/kitten-wool.jpg`;
    const foreign = 'https://other.example/kitten-wool.jpg';
    for (const [asked, value] of [
      ['all of them', []],
      [
        [null, 7, [], {}, { url: 'chrome://version' }, { sha256: `${wool?.sha256}0` }],
        [null, null, null, null, null, null],
      ],
      [
        [{ url: foreign }, { url }, { url: foreign, sha256: wool?.sha256 }],
        [null, wool?.tag, wool?.tag],
      ],
      [Array(300).fill({ url: foreign }), Array(200).fill(null)],
    ])
      expect(await known(asked)).toEqual({ ok: true, value });
    expect((await rows(foil, 'addresses')).map(({ url }) => url)).not.toContain(foreign);
    await tab.close();
  });

  test('has to wait for what it asks, and gets nothing once rings are off', async () => {
    const { tab, known } = await inOurWorld('/empty');
    const batch = Array.from({ length: 200 }, (_, index) => ({ url: `https://guessed.example/${index}` }));
    const answers = await Promise.all(Array.from({ length: 60 }, () => known(batch)));
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused[0]).toMatchObject({ failure: { kind: 'no-reply' } });
    await tab.close();
    const other = await inOurWorld('/empty');
    await askFoil(session.foil, 'setPreference', 'rings', false);
    expect(await other.known([{ url: `${session.site.origin}/photos/kitten-wool.jpg` }])).toMatchObject({ ok: false });
    await askFoil(session.foil, 'setPreference', 'rings', true);
    await other.tab.close();
  });
});

test('turned off, they leave at once', async () => {
  const { foil } = session;
  await open('/gallery');
  await until('the rings', async () => (await countRings(page)) === 4);
  await askFoil(foil, 'setPreference', 'rings', false);
  await until('the layer is gone', () => page.evaluate(() => document.documentElement.childElementCount === 2));
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(2);
  const welcome = await session.browser.openPage('src/welcome/index.html');
  await welcome.getByRole('checkbox').click();
  await until('the rings', async () => (await countRings(page)) === 4);
  await welcome.close();
});

test('they are back when the browser has forgotten them, also where pages are open', async () => {
  await page.bringToFront();
  await open('/gallery');
  await until('the rings', async () => (await countRings(page)) === 4);
  const worker = await session.browser.worker();
  await worker.evaluate(() => chrome.scripting.unregisterContentScripts({ ids: ['rings'] }));
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(2);
  await session.browser.killWorker();
  await session.browser.worker();
  await until('the rings', async () => (await countRings(page)) === 4);
});

/** Red, green and blue of a pixel of a picture's first column. */
function colourAt(foil: Page, picture: Buffer, y: number): Promise<number[]> {
  const at = { address: `data:image/png;base64,${picture.toString('base64')}`, y };
  return foil.evaluate(async ({ address, y }) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(await createImageBitmap(await (await fetch(address)).blob()), 0, -y);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, at);
}

async function browserSession() {
  const cdp = await session.browser.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('no session with the browser');
  return cdp;
}
