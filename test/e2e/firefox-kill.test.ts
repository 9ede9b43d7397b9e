import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import type { AlarmName } from '../../src/platform/alarms.ts';
import { type EyePopServer, type FaultSpec, startEyePop } from '../servers/eyepop.ts';
import {
  ALL_ONCE,
  countHeld,
  type FirefoxSession,
  settled,
  startFirefoxSession,
  tagEachInFirefox,
  tagInFirefox,
} from './firefox-session.ts';
import { askFoil, rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, sendToEyePop } from './session.ts';

/** Show 3 in Firefox: the event page is killed wherever a server can see that it is; the stand-in says what it holds. */

let session: FirefoxSession;
let eyepop: EyePopServer;

const STEPS: readonly [when: string, fault: FaultSpec][] = [
  ['while it authenticates', { path: 'authenticate', hold: 'before' }],
  ['while it asks where the data lies', { path: 'configs', hold: 'before' }],
  ['while it looks what is there', { path: 'list', hold: 'before' }],
  ['while it reads the dataset’s labels', { path: 'dataset', hold: 'before' }],
  ['before an upload arrived', { path: 'upload', hold: 'before' }],
  ['after an upload, before its answer', { path: 'upload', hold: 'after' }],
  ['after the last upload, before its answer', { path: 'upload', hold: 'after', after: 2 }],
  ['while it waits for an asset to be accepted', { path: 'asset', hold: 'before' }],
  ['before an annotation arrived', { path: 'annotate', hold: 'before' }],
  ['after an annotation, before its answer', { path: 'annotate', hold: 'after' }],
  ['while it looks whether the annotation was taken', { path: 'asset', hold: 'before', after: 4 }],
  ['while it looks again in the end', { path: 'list', hold: 'before', after: 1 }],
];

beforeAll(async () => {
  const datasets = [...STEPS, 'alarm', 'slow'].map((step) => ({ name: String(step), labels: ['cat'] }));
  [session, eyepop] = await Promise.all([startFirefoxSession(), startEyePop({ datasets })]);
});

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function projectWithThree(index: number): Promise<{ project: Project; dataset: string }> {
  const project = await addProject(session, `sync ${index}`);
  await tagEachInFirefox(session, project);
  return { project, dataset: await sendToEyePop(session, project, eyepop, index) };
}

async function killAt(project: Project, fault: FaultSpec): Promise<void> {
  const stop = eyepop.fault(fault);
  await askFoil(session.foil, 'sendAll', project.id);
  await stop.held;
  await session.firefox.killBackground();
  stop.release();
}

/** Foil set an alarm when it began. It is only brought forward here: nobody but Firefox wakes the background. */
async function wakeByItsAlarm(name: AlarmName): Promise<void> {
  const planned = await session.foil.evaluate(async (alarm) => {
    const known = await chrome.alarms.get(alarm);
    if (known) chrome.alarms.create(alarm, { when: Date.now() });
    return known && known.scheduledTime - Date.now();
  }, name);
  expect(planned).toBeLessThan(31_000);
}

test.each(STEPS.map(([when, fault], index) => [when, fault, index] as const))(
  'killed %s: all there, once',
  async (_when, fault, index) => {
    const { project, dataset } = await projectWithThree(index);
    await killAt(project, fault);
    await wakeByItsAlarm(`stand-by ${project.id}`);
    await settled(session.foil, project);
    expect(countHeld(eyepop, dataset)).toEqual(ALL_ONCE);
  },
);

test('killed, and left alone: its alarm comes, and all is there, once', async () => {
  const { project, dataset } = await projectWithThree(STEPS.length);
  await killAt(project, { path: 'upload', hold: 'after' });
  await settled(session.foil, project, 60_000);
  expect(countHeld(eyepop, dataset)).toEqual(ALL_ONCE);
});

test('an answer that takes 75 s is waited for', { timeout: 150_000 }, async () => {
  const { project, dataset } = await projectWithThree(STEPS.length + 1);
  const slow = eyepop.fault({ path: 'upload', delayMs: 75_000 });
  await askFoil(session.foil, 'sendAll', project.id);
  const struck = await slow.hit;
  await settled(session.foil, project, 120_000);
  expect(struck).toMatchObject({ answered: 200, aborted: false });
  expect(countHeld(eyepop, dataset)).toEqual(ALL_ONCE);
});

/** A picture that the page gets at once, and Foil only when it is let go. */
function heldPicture(path: string) {
  const bytes = readFileSync('test/site/photos/kitten-planks.jpg');
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const asked = new Promise<void>((resolve) => {
    let requests = 0;
    session.site.route(path, async (_request, response) => {
      requests += 1;
      if (requests === 2) {
        resolve();
        await released;
      }
      response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store' }).end(bytes);
    });
  });
  return { asked, release };
}

test.each([
  ['its page', 'frame', '127.0.0.1'],
  ['the background', 'background', 'images.test'],
])('killed while %s fetches the image: captured, once', async (_who, way, host) => {
  const { site, page, firefox, foil } = session;
  const project = await addProject(session, `fetched by ${way}`);
  const picture = heldPicture(`/${way}.jpg`);
  site.route(`/${way}.html`, (_request, response) => {
    const image = `<img src="http://${host}:${site.port}/${way}.jpg" width="300">`;
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(image);
  });
  await page.goto(`${site.origin}/${way}.html`);
  await tagInFirefox(session, 'img', 'positive', project);
  await picture.asked;
  await firefox.killBackground();
  picture.release();
  expect(await capturesOf(session, project)).toEqual([]);
  await wakeByItsAlarm('resume');
  await until('nothing is under way', async () => (await rows(foil, 'intents')).length === 0);
  expect(await capturesOf(session, project)).toMatchObject([{ tag: 'positive', provenance: { way } }]);
});
