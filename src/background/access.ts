import watcher from '../content/watcher.iife.ts?iife';
import { database } from '../db/open.ts';
import { announce } from '../platform/changes.ts';
import { type PageScript, registerEverywhere, unregisterEverywhere } from '../platform/frame-scripts.ts';
import { hasAllSites } from '../platform/permissions.ts';
import { drain } from './drain.ts';
import { rememberRefusal } from './refusal.ts';

const WATCHER: PageScript = { id: 'watcher', file: watcher, runAt: 'document_start' };

/** Brings scripts and menu in line with the access there is. Runs at every start: registrations can be gone then. */
export async function followAccess(): Promise<void> {
  // One grant is heard of in several ways at once, and a script can be registered only once.
  await navigator.locks.request('access', async () => {
    if (await hasAllSites()) {
      await registerEverywhere(WATCHER);
      await rememberRefusal(false);
    } else {
      await unregisterEverywhere(WATCHER.id);
    }
  });
  announce({ what: 'access' });
  await resumeDrains();
}

/** A destination that could not be talked to for want of permission may be within reach now. */
async function resumeDrains(): Promise<void> {
  const stopped = (await (await database()).getAll('drains')).filter(
    ({ failure }) => failure?.kind === 'host-access-missing',
  );
  await Promise.all(stopped.map(({ project }) => drain(project, true)));
}
