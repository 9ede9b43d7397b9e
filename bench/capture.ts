import { readFileSync } from 'node:fs';
import type { Worker } from 'playwright-core';
import type { Project } from '../src/core/project.ts';
import { addProject, type Session } from '../test/e2e/session.ts';
import { atMost, type Figure, percentile } from './figure.ts';

/** Captures a kind; the first few warm both sides up and do not count. */
const ROUNDS = 60;
const WARM = 10;

interface Samples {
  readonly foil: number[];
  readonly bare: number[];
}

/**
 * From the menu's event to the completed transaction, against the bare sequence (fetch, SHA-256, decode, one strict put) in
 * the same worker, turn by turn so that a noisy moment hits both.
 */
export async function benchCapture(session: Session): Promise<Figure[]> {
  const project = await addProject(session, 'bench capture');
  await servePictures(session);
  const elsewhere = await measure(session, project, `http://images.test:${session.site.port}`);
  const here = await measure(session, project, session.site.origin);
  return [
    ...figures('capture, image of another host', elsewhere),
    ...figures('capture, image of the page’s host', here),
  ];
}

function figures(name: string, { foil, bare }: Samples): Figure[] {
  const against = 'bare fetch, hash, decode, put';
  return [0.5, 0.95].map((share) => {
    const [value, peer] = [percentile(foil, share), percentile(bare, share)];
    return atMost({ name: `${name}, p${share * 100}`, value, peer, unit: 'ms', against }, 1.3);
  });
}

/** 150 KB JPEGs that differ in their last bytes alone. */
async function servePictures({ site }: Session): Promise<void> {
  const photo = readFileSync('test/site/photos/tortoiseshell-1024.jpg');
  const filled = Buffer.concat([photo, Buffer.alloc(Math.max(0, 150_000 - photo.length))]);
  site.route('/picture.jpg', (request, response) => {
    const bytes = Buffer.concat([filled, Buffer.from(request.url ?? '')]);
    response
      .writeHead(200, {
        'Content-Type': 'image/jpeg',
        'Content-Length': bytes.length,
        'Access-Control-Allow-Origin': '*',
      })
      .end(bytes);
  });
  site.route('/one.html', (request, response) => {
    const src = decodeURIComponent((request.url ?? '').split('?')[1] ?? '');
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<img id="it" src="${src}">`);
  });
}

async function measure({ browser, page, site }: Session, project: Project, host: string): Promise<Samples> {
  const samples: Samples = { foil: [], bare: [] };
  await page.goto(`${site.origin}/one.html?${encodeURIComponent(`${host}/picture.jpg?page`)}`);
  const worker = await browser.worker();
  for (let turn = 0; turn < ROUNDS + WARM; turn++) {
    const srcUrl = `${host}/picture.jpg?foil${turn}`;
    await page.evaluate(show, srcUrl);
    const foil = await timeCapture(worker, {
      menuItemId: `tag asks positive ${project.id}`,
      srcUrl,
      frameId: 0,
      pageUrl: page.url(),
    });
    const bare = await worker.evaluate(timeBare, `${host}/picture.jpg?bare${turn}`);
    if (turn >= WARM) {
      samples.foil.push(foil);
      samples.bare.push(bare);
    }
  }
  return samples;
}

async function show(src: string): Promise<void> {
  const image = document.querySelector<HTMLImageElement>('#it');
  if (!image) throw new Error('no image');
  image.src = src;
  await image.decode();
}

function timeCapture(worker: Worker, click: object): Promise<number> {
  return worker.evaluate(async (info: object) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find(({ url }) => url === (info as { pageUrl: string }).pageUrl);
    // Foil tells its pages the moment the transaction is complete: that it is told, not that it is heard, is the end.
    const tell = BroadcastChannel.prototype.postMessage;
    const committed = new Promise<number>((resolve) => {
      BroadcastChannel.prototype.postMessage = function (message) {
        if (message.what === 'captures') resolve(performance.now());
        tell.call(this, message);
      };
    });
    const begun = performance.now();
    (chrome.contextMenus.onClicked as unknown as { dispatch(info: unknown, tab: unknown): void }).dispatch(info, tab);
    const took = (await committed) - begun;
    BroadcastChannel.prototype.postMessage = tell;
    // What follows a capture (word, badge, thumbnail) shall not weigh on the bare turn.
    await new Promise((resolve) => setTimeout(resolve, 60));
    return took;
  }, click);
}

/** Runs in the worker: nothing of it may refer to this file. */
async function timeBare(url: string): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('pictures');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const begun = performance.now();
  const bytes = await (await fetch(url, { credentials: 'include' })).arrayBuffer();
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  const blob = new Blob([bytes], { type: 'image/jpeg' });
  (await createImageBitmap(blob)).close();
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction('pictures', 'readwrite', { durability: 'strict' });
    transaction.objectStore('pictures').put({ blob }, hash);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  const took = performance.now() - begun;
  db.close();
  return took;
}
