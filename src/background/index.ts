import { onWake } from '../platform/alarms.ts';
import { onNews } from '../platform/changes.ts';
import { onCommand } from '../platform/commands.ts';
import { sweepRules } from '../platform/header-rules.ts';
import { onInstalled, onStartup } from '../platform/life.ts';
import { onManagedChanged } from '../platform/managed.ts';
import { onMenuClick, onMenuShown } from '../platform/menus.ts';
import { serve } from '../platform/messaging.ts';
import { closeOffscreen } from '../platform/offscreen.ts';
import { onAccessChanged } from '../platform/permissions.ts';
import { openPage } from '../platform/tabs.ts';
import { followAccess } from './access.ts';
import { onClick } from './clicks.ts';
import { showCounts } from './counts.ts';
import { drainAll } from './drain.ts';
import { followMenu } from './follow-menu.ts';
import { fromPage } from './from-page.ts';
import { onKey } from './keys.ts';
import { drawMenu } from './menu.ts';
import { restoreScope } from './menu-scope.ts';
import { sweepOffers } from './offers.ts';
import { prepareFirstUse } from './projects.ts';
import { readRefusal } from './refusal.ts';
import { resumeCaptures } from './resume.ts';
import { followRings, onRingNews } from './rings.ts';
import { applyManaged } from './settings.ts';
import { dropOldSweeps } from './sweep/rows.ts';
import { ui } from './ui.ts';

/** What an alarm is for; every other is a drain's. */
const WAKES = new Map([
  ['resume', resumeCaptures],
  ['rules', sweepRules],
]);

// Every listener is there before the first `await`: the browser wakes the background for exactly those it knows of.
onInstalled(async (reason) => {
  // Before all else: managed settings can take seconds to come.
  if (reason === 'install') await openPage('src/welcome/index.html');
  await start();
});
onStartup(start);
onMenuClick(onClick);
onMenuShown(followMenu, restoreScope);
onCommand(onKey);
onAccessChanged(followAccess);
onManagedChanged(applyManaged);
onWake((name) => (WAKES.get(name) ?? drainAll)());
serve(ui, fromPage);
onNews(onRingNews);
// Whatever was put off for want of a connection is tried at once.
self.addEventListener('online', () => void drainAll(true));

// At every start, whatever it was for: an earlier background may have died between any two lines.
void Promise.allSettled(
  [
    readRefusal,
    sweepRules,
    closeOffscreen,
    sweepOffers,
    dropOldSweeps,
    resumeCaptures,
    followAccess,
    followRings,
    drainAll,
  ].map((begin) => begin()),
);

/** After an installation, an update, or a start of the browser. */
async function start(): Promise<void> {
  await prepareFirstUse();
  await Promise.allSettled([applyManaged(), drawMenu(), showCounts()]);
}
