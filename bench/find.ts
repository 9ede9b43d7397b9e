import type { CDPSession } from 'playwright-core';
import type { Session } from '../test/e2e/session.ts';
import { type Figure, percentile, within } from './figure.ts';

/** Cards of the page, of 10 elements each; turns in which each in sight is asked about; moves of the pointer that are made. */
const CARDS = 1_000;
const TURNS = 6;
const MOVES = 60;

/**
 * In a page of 10,000 elements, of which every fourth card has its image under a cover, passed by by the pointer or as a
 * background: the time to find and describe what is at a point, and what one move of the pointer costs, its rest included.
 * Measured in our own world in the page.
 */
export async function benchFind(session: Session): Promise<Figure[]> {
  const { page, site } = session;
  site.route('/many.html', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(manyCards());
  });
  await page.goto(`${site.origin}/many.html`);
  await page.bringToFront();
  const measure = await enterOurWorld(session);
  const times = await measure<{ image: number[]; none: number[] }>(FIND);
  for (let move = 0; move < MOVES; move++) {
    await page.mouse.move(20 + ((move * 37) % 1_000), 20 + ((move * 53) % 600));
    await measure('benched.rested()');
  }
  const { moves, rests } = await measure<{ moves: number[]; rests: number[] }>(
    '({ moves: benched.moves, rests: benched.rests })',
  );
  const longest = await measure<number>(LONGEST_TASK);
  return [
    within('find, in 10,000 elements, p95', percentile(times.image, 0.95), 2, 'ms'),
    // All images of the page are measured then: half of what a picture of a screen takes.
    within('find, where there is none, p95', percentile(times.none, 0.95), 8, 'ms'),
    within('find, a pointer move, p95', percentile(moves, 0.95), 0.2, 'ms'),
    // Nearly all of it is the browser's own search for what is at a point.
    within('find, a pointer at rest, p95', percentile(rests, 0.95), 1, 'ms'),
    within('list of 10,000 elements, longest task', longest, 50, 'ms'),
  ];
}

function manyCards(): string {
  const picture = '/photos/tortoiseshell-512.jpg';
  const image = (card: number, style = '') => `<img src="${picture}?${card}" alt="" loading="lazy" style="${style}">`;
  const kinds = [
    (card: number) => image(card),
    (card: number) => `${image(card)}<b class="cover"></b>`,
    (card: number) => image(card, 'pointer-events:none'),
    (card: number) => `<b class="cover" style="background-image:url(${picture}?${card})"></b>`,
  ];
  const cards = Array.from({ length: CARDS }, (_, card) => {
    const shown = kinds[card % kinds.length]?.(card) ?? '';
    return `<article><a href="#${card}"><figure><div>${shown}</div></figure></a><p>A <i>cat</i> <b>here</b> <u>now</u></p></article>`;
  });
  const style =
    'body{display:flex;flex-wrap:wrap;gap:8px}img,.cover{width:96px;height:72px;display:block}div{position:relative}figure{margin:0}div>img+.cover{position:absolute;inset:0}';
  return `<!doctype html><title>Many</title><style>${style}</style>${cards.join('')}`;
}

type Measure = <Value>(expression: string) => Promise<Value>;

/** What is run in our world reaches what only our own scripts share there. */
async function enterOurWorld({ page, browser }: Session): Promise<Measure> {
  const cdp = await browser.context.newCDPSession(page);
  const world = await worldOf(cdp);
  const measure: Measure = async (expression: string) => {
    const asked = { expression, contextId: world, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await measure(BENCHED);
  await (await browser.worker()).evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const files = ['src/content/watcher.iife.js', 'src/content/finder.iife.js'];
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files });
  }, page.url());
  return measure;
}

/** The isolated world of the watcher, which came with the page. */
function worldOf(cdp: CDPSession): Promise<number> {
  return new Promise((resolve, reject) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
    cdp.send('Runtime.enable').catch(reject);
  });
}

/** Our scripts' next listeners are noted and timed: each move's are called many times over, since a page's clock is coarse. */
const BENCHED = `(() => {
  const times = 100;
  globalThis.benched = { moves: [], rests: [], answer: undefined };
  const time = (into, act) => {
    const begun = performance.now();
    for (let turn = 0; turn < times; turn++) act();
    into.push((performance.now() - begun) / times);
  };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const timed = /^pointer(move|over)$/.test(type) ? (event) => time(benched.moves, () => listener.call(this, event)) : listener;
    return listen.call(this, type, timed, options);
  };
  const later = setTimeout;
  let tell = () => {};
  let next = new Promise((resolve) => { tell = resolve; });
  benched.rested = async () => {
    await next;
    next = new Promise((resolve) => { tell = resolve; });
  };
  globalThis.setTimeout = (act, ms) => later(() => {
    time(benched.rests, act);
    tell();
  }, ms);
  const { onMessage } = chrome.runtime;
  const add = onMessage.addListener.bind(onMessage);
  onMessage.addListener = (listener) => {
    benched.answer = listener;
    add(listener);
  };
  return [];
})()`;

/** Every card in sight is asked about at the middle of its image, and beside its words, in turns until there are enough. */
const FIND = `(async () => {
  const times = { image: [], none: [] };
  const pointed = { by: 'key', srcUrl: '', live: true };
  const boxes = (query) => [...document.querySelectorAll(query)].map((one) => one.getBoundingClientRect());
  const inSight = ({ bottom, right }) => bottom < innerHeight && right < innerWidth;
  const find = async (times, x, y, isThere) => {
    globalThis[Symbol.for('foil.pointer')] = { x, y, frameX: 0, frameY: 0, at: 0 };
    const begun = performance.now();
    const answer = new Promise((done) => benched.answer({ foil: 'find', args: [pointed] }, {}, done));
    times.push(performance.now() - begun);
    if ((await answer).value.length > 0 !== isThere) throw new Error('at ' + x + ', ' + y);
  };
  for (let turn = 0; turn < ${TURNS}; turn++) {
    // The first warms up.
    if (turn === 1) times.image.length = times.none.length = 0;
    for (const box of boxes('div > :first-child').filter(inSight)) await find(times.image, box.x + 48, box.y + 36, true);
    for (const box of boxes('p').filter(inSight)) await find(times.none, box.x + 20, box.bottom - 2, false);
    // As between two clicks of a person, all is drawn.
    await new Promise(requestAnimationFrame);
  }
  return times;
})()`;

/** How long anything else has to wait meanwhile. What a debugger runs is never told as a long task. */
const LONGEST_TASK = `(async () => {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  const beat = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    port2.postMessage(undefined);
  };
  port1.onmessage = beat;
  const listing = new Promise((done) => benched.answer({ foil: 'list', args: [20] }, {}, done));
  beat();
  const listed = await listing;
  port1.close();
  if (listed.value.length < 1000) throw new Error('listed ' + listed.value.length);
  return longest;
})()`;
