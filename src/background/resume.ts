import { Failure } from '../core/failure.ts';
import type { Intent } from '../db/schema.ts';
import { hasAllSites } from '../platform/permissions.ts';
import { capture } from './capture.ts';
import { takeUnfinished } from './intents.ts';
import { noteFailed, readUnended } from './sweep/rows.ts';
import { isRunning, runSweep } from './sweep/run.ts';
import { tellFailure } from './tell.ts';

/** Finishes or reports the gestures that a background which died has left. */
export async function resumeCaptures(): Promise<void> {
  const allSites = await hasAllSites();
  // Whoever cancels a sweep meanwhile finds it either not taken up yet, or under way.
  const begun = await navigator.locks.request('resume', async () => {
    const { again, givenUp } = await takeUnfinished();
    const single = resumeSingle(again.filter(isSingle), givenUp.filter(isSingle), allSites);
    return { work: [single, ...(await resumeSwept(again, givenUp))] };
  });
  await Promise.all(begun.work);
}

const isSingle = ({ sweep }: Intent) => sweep === undefined;

async function resumeSingle(again: readonly Intent[], givenUp: readonly Intent[], allSites: boolean): Promise<void> {
  await Promise.all([
    ...again.map((intent) => capture(intent, allSites)),
    ...givenUp.map((intent) => tellFailure(intent, new Failure('interrupted'))),
  ]);
}

/** Also those of which all is done, and nobody was told. */
async function resumeSwept(again: readonly Intent[], givenUp: readonly Intent[]): Promise<Promise<void>[]> {
  const lost = givenUp.filter((intent) => !isSingle(intent));
  await Promise.all(lost.map((intent) => noteFailed(intent, { kind: 'interrupted' })));
  const left = (await readUnended()).filter(({ id }) => !isRunning(id));
  return left.map((sweep) =>
    runSweep(
      sweep,
      again.filter((intent) => intent.sweep === sweep.id),
    ),
  );
}
