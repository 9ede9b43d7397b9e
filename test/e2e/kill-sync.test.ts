import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { TAGS } from '../../src/core/tag.ts';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { askFoil, rows } from './foil.ts';
import { until } from './harness/until.ts';
import { addProject, capturesOf, type Session, sendToEyePop, startSession, tagImage } from './session.ts';

/** Show 3, second half: the background is killed at the entry of each step of a sync; the stand-in says what it holds. */

let session: Session;
let eyepop: EyePopServer;

const STEPS =
  `drainLocked releaseLeases forgetUnsent isDue prepare runRounds lookAround openSession configuredUrl listAssets
  sendDue claimDue bring bringOver adopt send upload uploadAsset waitUntilAccepted fetchAsset applyTag assertEmpty
  expectTruth confirmAll confirm settleCopies removeAll waitForNext planWake showCounts`.split(/\s+/);

/** Steps of taking back and re-tagging what is there already. */
const CHANGES = 'sendDue change dropGroundTruth removeAll remove deleteAsset discard settleCopies'.split(' ');

beforeAll(async () => {
  const names = [...STEPS, ...CHANGES].map((step, index) => ({ name: `${index} ${step}`, labels: ['cat'] }));
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ datasets: names })]);
});

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

async function projectWithThree(index: number): Promise<{ project: Project; dataset: string }> {
  const project = await addProject(session, `sync ${index}`);
  await tagImage(session, '#positive-2', 'positive', project);
  await tagImage(session, '#negative-1', 'context-negative', project);
  await tagImage(session, '#distractor-1', 'distractor', project);
  await until('three captures', async () => (await capturesOf(session, project)).length === 3);
  const dataset = await sendToEyePop(session, project, eyepop, index);
  return { project, dataset };
}

async function finished(project: Project): Promise<void> {
  await until('the queue is empty', async () => {
    const captures = await capturesOf(session, project);
    const drain = (await rows(session.foil, 'drains')).find((row) => row.project === project.id);
    return (
      drain?.finishedAt !== undefined && !drain.owesSurvey && captures.every(({ sync }) => sync.dueAt === undefined)
    );
  });
}

function held(dataset: string) {
  const { labelledEmpty, waitingForLabels, labelledWithObjects, contradictory } = eyepop.training(dataset);
  const others = labelledWithObjects.length + contradictory.length;
  return { empty: labelledEmpty.length, waiting: waitingForLabels.length, others };
}

test.each(STEPS.map((step, index) => [step, index] as const))('killed at %s: all there, once', async (step, index) => {
  const { project, dataset } = await projectWithThree(index);
  const ambush = await session.browser.killWorkerAt(step);
  askFoil(session.foil, 'sendAll', project.id).catch(() => undefined);
  await ambush.sprung;
  // Nobody asks it to: its next start is enough.
  await session.browser.worker();
  await finished(project);
  expect(eyepop.assets(dataset)).toHaveLength(3);
  expect(held(dataset)).toEqual({ empty: 2, waiting: 1, others: 0 });
});

test.each(CHANGES.map((step, index) => [step, STEPS.length + index] as const))(
  'killed at %s while taking back and re-tagging: as wanted, once',
  async (step, index) => {
    const { project, dataset } = await projectWithThree(index);
    await askFoil(session.foil, 'sendAll', project.id);
    await finished(project);
    const captures = await capturesOf(session, project);
    const [positive, negative, distractor] = TAGS.map((tag) => captures.find((capture) => capture.tag === tag));
    if (!positive || !negative || !distractor) throw new Error('three captures were there');
    await askFoil(session.foil, 'retag', [negative.id], 'positive');
    await askFoil(session.foil, 'remove', [distractor.id]);
    const ambush = await session.browser.killWorkerAt(step);
    askFoil(session.foil, 'sync', project.id).catch(() => undefined);
    await ambush.sprung;
    await session.browser.worker();
    await until('one is gone', async () => (await capturesOf(session, project)).length === 2);
    await finished(project);
    expect(
      eyepop
        .assets(dataset)
        .map(({ sha256 }) => sha256)
        .sort(),
    ).toEqual([positive.sha256, negative.sha256].sort());
    expect(held(dataset)).toEqual({ empty: 0, waiting: 2, others: 0 });
  },
);
