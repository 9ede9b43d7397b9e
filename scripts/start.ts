import { hasScreen } from './find-browser.mjs';
import { openFoil } from './start/open-foil.ts';
import { walkMainJob } from './start/walk-main-job.ts';

/** With a screen: a browser with Foil, for a person. Without one: the main job, done by itself. */
try {
  await (hasScreen() ? openFoil() : walkMainJob());
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
