import layer from '../../content/sweep.iife.ts?iife';
import { toFailure } from '../../core/failure.ts';
import { database } from '../../db/open.ts';
import { readPreferences } from '../../db/read.ts';
import type { Sweep } from '../../db/schema.ts';
import { inject } from '../../platform/frame-scripts.ts';
import { askFrame } from '../../platform/messaging.ts';
import type { SweepOpening } from '../../protocol.ts';
import { newId } from '../intents.ts';
import { tellFailure } from '../tell.ts';
import { addSweep, dropSweep } from './rows.ts';
import { openingOf } from './words.ts';

/** Lays out all images of a page to be picked from. The layer then asks for them. Nothing in it throws. */
export async function startSweep({ tabId, pageUrl }: Pick<Sweep, 'tabId' | 'pageUrl'>, project: string): Promise<void> {
  const sweep = { id: newId(), tabId, project, pageUrl, at: Date.now(), runs: false };
  try {
    const db = await database();
    const [named, { sweepLeast }] = await Promise.all([
      db.get('projects', project),
      readPreferences(db),
      addSweep(sweep),
    ]);
    // One that is open already stays, with what is picked in it.
    if (!(await open(tabId, openingOf(sweep.id, named?.name ?? '', sweepLeast)))) await dropSweep(sweep.id);
  } catch (error) {
    await dropSweep(sweep.id).catch(() => undefined);
    await tellFailure(sweep, toFailure(error));
  }
}

async function open(tabId: number, opening: SweepOpening): Promise<boolean> {
  const top = { tabId, frameId: 0 };
  try {
    return (await askFrame(top, 'openSweep', opening)) === true;
  } catch (error) {
    if (toFailure(error).kind !== 'no-reply') throw error;
    await inject(top, layer);
    return (await askFrame(top, 'openSweep', opening)) === true;
  }
}
