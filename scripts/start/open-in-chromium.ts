import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { until } from '../../test/e2e/harness/until.ts';

/** Opens Chromium, Chrome or Edge with Foil, in a profile of its own. Ends when the person closes it. */
export async function openInChromium(executablePath: string, demo: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'foil-profile-'));
  try {
    const context = await launch(executablePath, profile);
    const closed = new Promise((done) => context.once('close', done));
    await openPages(context, demo);
    await closed;
  } finally {
    await until('the browser lets go of its profile', () => remove(profile));
  }
}

function launch(executablePath: string, profile: string): Promise<BrowserContext> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: ['--enable-unsafe-extension-debugging', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/** Chrome and Edge ignore `--load-extension` (BROWSERS.md): they take an extension over the debugging pipe. */
async function openPages(context: BrowserContext, demo: string): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('This Playwright gives no browser for a persistent context.');
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: resolve('dist/chromium') });
  await (await context.newPage()).goto(demo);
  const url = `chrome-extension://${id}/src/welcome/index.html`;
  const [blank = await context.newPage()] = context.pages();
  const welcome = context.pages().find((page) => page.url() === url) ?? blank;
  await welcome.goto(url);
  await welcome.bringToFront();
}

/** The browser's last children may still write into it: then there is more to remove a moment later. */
function remove(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}
