import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';

/** Show 3, first half: the background is killed at the entry of each step of a capture. */

let session: Session;

/** Both on a page of one host; the first picture lies there too, the second on another. */
const HERE = { selector: '#here', file: 'kitten-planks.jpg' };
const ELSEWHERE = { selector: '#elsewhere', file: 'espresso.jpg' };

beforeAll(async () => {
  session = await startSession();
  const { site, page } = session;
  const there = `http://images.test:${site.port}/photos/${ELSEWHERE.file}`;
  site.route('/both.html', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<img id="here" src="/photos/${HERE.file}"><img id="elsewhere" src="${there}">`);
  });
  await page.goto(`${site.origin}/both.html`);
});

afterAll(() => session?.close());

type Picture = typeof HERE;

/** Up to here nothing is on the disk, and nobody was told anything: the click may be lost, but nothing half of it is kept. */
const BEFORE_THE_NOTE = ['onClick', 'capture', 'noteIntent', 'locate', 'askFinder'];

/** From here on the next start of the background finishes what was begun. */
const AFTER_THE_NOTE: readonly [step: string, picture: Picture][] = [
  ['acquire', HERE],
  ['readParts', HERE],
  ['startReferer', ELSEWHERE],
  ['requestImage', ELSEWHERE],
  ['readBody', ELSEWHERE],
  ['confirm', HERE],
  ['examine', HERE],
  ['decode', HERE],
  ['save', HERE],
  ['makeCapture', HERE],
  ['saveCapture', HERE],
];

/** The capture is durable. The thumbnail is drawn last, since a picture that has one gets no second. */
const AFTER_THE_SAVE = ['finish', 'tellSaved', 'say', 'drainSoon', 'makeThumbnail'];

async function killAt(step: string, { selector }: Picture) {
  const project = await addProject(session, `kill at ${step}`);
  const ambush = await session.browser.killWorkerAt(step);
  await tagImage(session, selector, 'positive', project);
  await ambush.sprung;
  const noted = (await rows(session.foil, 'intents')).length;
  await session.browser.worker();
  await until('nothing is under way', async () => (await rows(session.foil, 'intents')).length === 0);
  return { noted, captures: await capturesOf(session, project) };
}

function sha256(file: string): string {
  return createHash('sha256')
    .update(readFileSync(`test/site/photos/${file}`))
    .digest('hex');
}

test.each(BEFORE_THE_NOTE)('killed at %s: captured, or nothing at all', async (step) => {
  const { noted, captures } = await killAt(step, HERE);
  expect(captures.map((capture) => capture.sha256)).toEqual(noted > 0 ? [sha256(HERE.file)] : []);
});

test.each(AFTER_THE_NOTE)('killed at %s: captured', async (step, picture) => {
  const { captures } = await killAt(step, picture);
  expect(captures.map((capture) => [capture.sha256, capture.tag])).toEqual([[sha256(picture.file), 'positive']]);
});

test.each(AFTER_THE_SAVE)('killed at %s: captured, once', async (step) => {
  const { captures } = await killAt(step, HERE);
  expect(captures.map((capture) => [capture.sha256, capture.tag])).toEqual([[sha256(HERE.file), 'positive']]);
  const tally = (await rows(session.foil, 'tallies')).find(({ project }) => project === captures[0]?.project);
  expect(tally?.tags.positive).toBe(1);
});
