import { basename } from 'node:path';
import { type EyePopServer, startEyePop } from '../../test/servers/eyepop.ts';
import { startSite } from '../../test/servers/site.ts';
import { type Browser, findBrowser } from '../find-browser.mjs';
import { openInChromium } from './open-in-chromium.ts';
import { openInFirefox } from './open-in-firefox.ts';
import { DATASET } from './stage.ts';

/** Opens a browser with Foil on its welcome page and the demo page, with an EyePop stand-in, until it is closed. */
export async function openFoil(): Promise<void> {
  const browser = findBrowser();
  if (!browser) throw new Error('No browser found: install Chrome, Edge, Chromium or Firefox in its usual place.');
  const [site, eyepop] = await Promise.all([startSite(), startEyePop({ datasets: [DATASET] })]);
  const demo = `${site.origin}/demo.html`;
  greet(browser, demo, eyepop);
  try {
    await (browser.engine === 'firefox' ? openInFirefox(browser.path, demo) : openInChromium(browser.path, demo));
  } finally {
    await Promise.all([site.close(), eyepop.close()]);
  }
}

function greet({ path }: Browser, demo: string, { origin, apiKey, accountUuid }: EyePopServer): void {
  console.log(`
Foil opens in ${basename(path, '.exe')}, with a fresh profile that is gone when you close it.

  images to tag    ${demo}
  where to sync    an EyePop stand-in on this machine, for Foil’s settings:
    base address   ${origin}
    account        ${accountUuid}
    API key        ${apiKey}
    dataset        ${DATASET.name} (label: ${DATASET.labels.join(', ')})

Close the browser to end.
`);
}
