import rings from '../content/rings.iife.ts?iife';
import { database } from '../db/open.ts';
import { readPreferences } from '../db/read.ts';
import type { News } from '../platform/changes.ts';
import {
  injectInAll,
  isRegistered,
  type PageScript,
  registerEverywhere,
  unregisterEverywhere,
} from '../platform/frame-scripts.ts';
import { tellTab } from '../platform/messaging.ts';
import { hasAllSites } from '../platform/permissions.ts';
import { listTabs } from '../platform/tabs.ts';

const RINGS: PageScript = { id: 'rings', file: rings, runAt: 'document_idle' };

/** Brings the rings in line with what the person wants and allows. Runs at every start: registrations can be gone then. */
export async function followRings(): Promise<void> {
  // One wish is heard of in several ways at once, and a script can be registered only once.
  await navigator.locks.request('rings', async () => {
    if (await areWanted()) {
      if (await registerEverywhere(RINGS)) await inEveryTab((tab) => injectInAll(tab, RINGS.file));
    } else if (await isRegistered(RINGS.id)) {
      await inEveryTab((tab) => tellTab(tab, 'leaveRings'));
      await unregisterEverywhere(RINGS.id);
    }
  });
}

export async function areWanted(): Promise<boolean> {
  return (await readPreferences(await database())).rings && (await hasAllSites());
}

/** Pages of others do not hear our news: the rings that can be seen are told. The others ask when they come to be. */
export async function onRingNews({ what }: News): Promise<void> {
  if (what === 'preferences' || what === 'access') await followRings();
  if ((what === 'captures' || what === 'projects') && (await areWanted()))
    await Promise.all((await listTabs({ active: true })).map((tab) => tellTab(tab, 'ringsChanged')));
}

/** Tabs that are closed meanwhile, or where no extension may run, are passed over. */
async function inEveryTab(work: (tab: number) => Promise<unknown>): Promise<void> {
  await Promise.allSettled((await listTabs()).map(work));
}
