import { Failure } from '../../core/failure.ts';
import { LIMITS } from '../../core/limits.ts';
import { isTag } from '../../core/tag.ts';
import type { UntrustedHandlers } from '../../platform/messaging.ts';
import { holdIntents, newId } from '../intents.ts';
import { setPreference } from '../preferences.ts';
import { listImages } from './list.ts';
import { dropIntents, dropSweep, intentsOf, noteTagged, readSweep, readSwept, readUnbegun } from './rows.ts';
import { isRunning, runSweep, takeUnbegun, tellRun } from './run.ts';
import { undoSweep } from './undo.ts';

/** What is believed of a slider, in CSS pixels. */
const LEAST = { min: 1, max: 4_096 };

/** What the layer of a sweep asks for: by the top frame that it was opened in alone, and with the name it was given. */
export const sweepCalls = {
  sweepAgain: async ([id, least], sender) => {
    const sweep = await readSweep(id, sender);
    const size = typeof least === 'number' && least >= LEAST.min && least <= LEAST.max ? Math.round(least) : undefined;
    if (size === undefined) throw new Failure('internal');
    await setPreference('sweepLeast', size);
    return listImages(sweep, size);
  },

  sweepTag: async ([id, tag, items], sender) => {
    const sweep = await readSweep(id, sender);
    if (!isTag(tag) || !Array.isArray(items)) throw new Failure('internal');
    const meant: ReadonlySet<unknown> = new Set(items.slice(0, LIMITS.sweepImages));
    const rows = (await readSwept(sweep.id)).filter(({ item }) => meant.has(item));
    const intents = intentsOf(sweep, rows, tag, newId);
    holdIntents(intents);
    const replaced = takeUnbegun(sweep.id, new Set(rows.map(({ item }) => item)));
    await noteTagged(
      sweep,
      intents,
      replaced.map((intent) => intent.id),
    );
    void runSweep(sweep, intents);
  },

  sweepCancel: async ([id], sender) => {
    const sweep = await readSweep(id, sender);
    // A background that was just started may be about to take up what the last one left.
    await navigator.locks.request('resume', async () => {
      const left = isRunning(sweep.id) ? takeUnbegun(sweep.id) : await readUnbegun(sweep.id);
      tellRun(sweep.id, await dropIntents(sweep.id, left));
    });
    if (!isRunning(sweep.id)) void runSweep(sweep, []);
  },

  sweepUndo: async ([id], sender) => {
    await undoSweep(await readSweep(id, sender));
  },

  sweepLeave: async ([id], sender) => {
    const sweep = await readSweep(id, sender);
    if (!sweep.runs) await dropSweep(sweep.id);
  },
} satisfies Partial<UntrustedHandlers>;
