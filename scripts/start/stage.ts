import type { Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../../test/e2e/harness/chromium.ts';
import { type Display, startDisplay } from '../../test/e2e/harness/display.ts';
import { until } from '../../test/e2e/harness/until.ts';
import { type EyePopServer, startEyePop } from '../../test/servers/eyepop.ts';
import { type Site, startSite } from '../../test/servers/site.ts';

/** All that the main job needs, on this machine alone. */
export interface Stage {
  readonly display: Display;
  readonly site: Site;
  readonly eyepop: EyePopServer;
  readonly browser: Chromium;
  /** The demo page, in front. */
  readonly page: Page;
  close(): Promise<void>;
}

/** The stand-in's only dataset. */
export const DATASET = { name: 'Cats', labels: ['cat'] };

export async function openStage(): Promise<Stage> {
  const [display, site, eyepop] = await Promise.all([
    startDisplay(),
    startSite(),
    startEyePop({ datasets: [DATASET] }),
  ]);
  const browser = await launchChromium({ extension: 'dist/chromium', display });
  // It comes to the front when it opens: not over a right click later.
  await until('Foil’s welcome page opens', () =>
    browser.context.pages().some((open) => open.url().includes('welcome')),
  );
  const page = await browser.context.newPage();
  await page.goto(`${site.origin}/demo.html`);
  await page.bringToFront();
  const close = async () => {
    await browser.close();
    await Promise.all([display.stop(), site.close(), eyepop.close()]);
  };
  return { display, site, eyepop, browser, page, close };
}
