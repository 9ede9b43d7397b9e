import { ask } from '../platform/messaging.ts';
import { hasAllSites, requestAllSites } from '../platform/permissions.ts';
import { useLive } from './live.ts';
import { useAction } from './use-action.ts';

/** Whether Foil may look at all sites, and the browser's own prompt for it. */
export function useAccess() {
  const allowed = useLive(hasAllSites, ({ what }) => what === 'access', []).value;
  const { run, busy, failure, dismiss } = useAction(async (answer: Promise<boolean>) => {
    await ask('accessChanged', await answer);
  });
  // The prompt is opened here, before anything else happens: after one `await` the click counts no longer.
  return { allowed, busy, failure, dismiss, request: () => void run(requestAllSites()) };
}
