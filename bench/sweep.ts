import { readFileSync } from 'node:fs';
import type { Worker } from 'playwright-core';
import { rows } from '../test/e2e/foil.ts';
import { until } from '../test/e2e/harness/until.ts';
import { addProject, capturesOf, type Session } from '../test/e2e/session.ts';
import { awaitLayer, openSweep } from '../test/e2e/sweep.ts';
import { atLeast, type Figure } from './figure.ts';

const IMAGES = 300;
const TURNS = 3;

/** As many at a time as a sweep fetches (src/background/sweep/run.ts). */
const AT_ONCE = 6;

/**
 * Images a second from the key that tags a sweep to the last transaction, against the bare loop (fetch, SHA-256, strict put) with as
 * many at a time in the same worker, turn by turn; the best of each.
 */
export async function benchSweep(session: Session): Promise<Figure[]> {
  servePictures(session);
  const worker = await session.browser.worker();
  const foil: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    bare.push(
      await worker.evaluate(bareLoop, {
        origin: `${elsewhere(session)}/swept.jpg?bare${turn}`,
        count: IMAGES,
        atOnce: AT_ONCE,
      }),
    );
    foil.push(await timeSweep(session, worker, turn));
  }
  const best = (times: number[]) => IMAGES / (Math.min(...times) / 1_000);
  const against = 'bare loop of fetch, hash, put';
  return [atLeast({ name: 'sweep', value: best(foil), peer: best(bare), unit: 'images/s', against }, 0.8)];
}

const elsewhere = ({ site }: Session) => `http://images.test:${site.port}`;

/** JPEGs of 100 to 300 KB that differ in their last bytes alone. */
function servePictures({ site }: Session): void {
  const photo = readFileSync('test/site/photos/tortoiseshell-512.jpg');
  site.route('/swept.jpg', (request, response) => {
    const url = request.url ?? '';
    const size = 100_000 + (Number(/\d+$/.exec(url)?.[0] ?? 0) % 11) * 20_000;
    const bytes = Buffer.concat([photo, Buffer.alloc(Math.max(0, size - photo.length)), Buffer.from(url)]);
    const type = { 'Content-Type': 'image/jpeg', 'Content-Length': bytes.length, 'Access-Control-Allow-Origin': '*' };
    response.writeHead(200, type).end(bytes);
  });
  site.route('/swept.html', (request, response) => {
    const turn = (request.url ?? '').split('?')[1];
    const image = (index: number) =>
      `<img src="http://images.test:${site.port}/swept.jpg?foil${turn}-${index}" width="120" height="120">`;
    const body = Array.from({ length: IMAGES }, (_, index) => image(index)).join('');
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><title>Swept</title>${body}`);
  });
}

async function timeSweep(session: Session, worker: Worker, turn: number): Promise<number> {
  const { page, site, foil } = session;
  const project = await addProject(session, `bench sweep ${turn}`);
  await page.goto(`${site.origin}/swept.html?${turn}`);
  await page.bringToFront();
  await openSweep(session);
  await awaitLayer(page, `${IMAGES} images`);
  const took = worker.evaluate(timeIntents);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('3');
  const time = await took;
  await until('the last word on it', async () => (await rows(foil, 'intents')).length === 0);
  const saved = (await capturesOf(session, project)).length;
  if (saved !== IMAGES) throw new Error(`${saved} of ${IMAGES} were saved`);
  await awaitLayer(page, `${IMAGES} saved`);
  await page.keyboard.press('Escape');
  return time;
}

/** Runs in the worker: ms from when the intents are there until the last of them has become a capture. */
async function timeIntents(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('foil');
    opening.onsuccess = () => resolve(opening.result);
  });
  const count = () =>
    new Promise<number>((resolve) => {
      const counting = db.transaction('intents').objectStore('intents').count();
      counting.onsuccess = () => resolve(counting.result);
    });
  const look = async (isThere: boolean): Promise<void> => {
    while ((await count()) > 0 !== isThere) await new Promise((resolve) => setTimeout(resolve, 15));
  };
  await look(true);
  const begun = performance.now();
  await look(false);
  db.close();
  return performance.now() - begun;
}

interface Bare {
  readonly origin: string;
  readonly count: number;
  readonly atOnce: number;
}

/** Runs in the worker: nothing of it may refer to this file. */
async function bareLoop({ origin, count, atOnce }: Bare): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('bench sweep', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('pictures');
    opening.onsuccess = () => resolve(opening.result);
  });
  const begun = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const bytes = await (await fetch(`${origin}-${index}`, { credentials: 'include' })).arrayBuffer();
      const hash = await crypto.subtle.digest('SHA-256', bytes);
      await new Promise<void>((resolve) => {
        const transaction = db.transaction('pictures', 'readwrite', { durability: 'strict' });
        transaction.objectStore('pictures').put({ blob: new Blob([bytes], { type: 'image/jpeg' }) }, hash);
        transaction.oncomplete = () => resolve();
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const took = performance.now() - begun;
  db.close();
  return took;
}
