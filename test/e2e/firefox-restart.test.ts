import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import {
  ALL_ONCE,
  countHeld,
  FIREFOX,
  FIRST_PROJECT,
  type FirefoxSession,
  startFirefoxSession,
  tagEachInFirefox,
  tagInFirefox,
} from './firefox-session.ts';
import { askFoil, rows } from './foil.ts';
import { launchFirefox } from './harness/firefox.ts';
import { until } from './harness/until.ts';
import { addProject, sendToEyePop } from './session.ts';

/** Show 3 in Firefox: the whole browser is killed in the middle of a sync, and goes on by itself after its next start. */

const profile = mkdtempSync(join(tmpdir(), 'foil-kept-'));
let eyepop: EyePopServer;

beforeAll(async () => {
  eyepop = await startEyePop({ datasets: ['before', 'after', 'annotate'].map((name) => ({ name, labels: ['cat'] })) });
  // Firefox writes a grant to its disk seconds later, or when it is closed.
  const session = await startFirefoxSession({ profile });
  await tagInFirefox(session, '#positive-4', 'positive', FIRST_PROJECT);
  await until('the first capture', async () => (await rows(session.foil, 'captures')).length === 1);
  await session.close();
});

afterAll(async () => {
  await eyepop?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

const FAULTS = [
  ['before an upload arrived', { path: 'upload', hold: 'before' }],
  ['after an upload, before its answer', { path: 'upload', hold: 'after' }],
  ['after an annotation, before its answer', { path: 'annotate', hold: 'after' }],
] as const;

async function beginSync(session: FirefoxSession, index: number) {
  const project = await addProject(session, `killed ${index}`);
  await tagEachInFirefox(session, project);
  const dataset = await sendToEyePop(session, project, eyepop, index);
  await askFoil(session.foil, 'sendAll', project.id);
  return { project, dataset };
}

test.each(FAULTS.map(([when, fault], index) => [when, fault, index] as const))(
  'Firefox killed %s: after its restart all is there, once',
  async (_when, fault, index) => {
    const session = await startFirefoxSession({ profile });
    const stop = eyepop.fault(fault);
    const { project, dataset } = await beginSync(session, index);
    await stop.held;
    await session.firefox.killBrowser();
    await session.close();
    stop.release();

    // Nothing of Foil's is opened or asked: Firefox's own start is enough.
    const again = await launchFirefox({ extension: FIREFOX, profile });
    await until('all is there', () => isDeepStrictEqual(countHeld(eyepop, dataset), ALL_ONCE), 30_000);
    const foil = await again.openPage('src/options/index.html');
    await until('all is confirmed', async () => {
      const drain = (await rows(foil, 'drains')).find((row) => row.project === project.id);
      return drain?.finishedAt !== undefined && !drain.owesSurvey;
    });
    await again.close();
    expect(countHeld(eyepop, dataset)).toEqual(ALL_ONCE);
  },
);
