import { once } from 'node:events';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { privileged } from '../../test/e2e/harness/privileged.ts';

const OPEN_WELCOME = `(id) => {
  const url = 'moz-extension://' + WebExtensionPolicy.getByID(id).mozExtensionHostname + '/src/welcome/index.html';
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
}`;

/** Opens Firefox with Foil, in a profile that Puppeteer makes and removes. Ends when the person closes it. */
export async function openInFirefox(executablePath: string, demo: string): Promise<void> {
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: false,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
  });
  const child = firefox.process();
  const closed = child ? once(child, 'exit') : Promise.reject(new Error('Puppeteer does not tell when Firefox ends.'));
  const id = await firefox.installExtension(resolve('dist/firefox'));
  const [page = await firefox.newPage()] = await firefox.pages();
  await page.goto(demo);
  // Firefox refuses its drivers addresses of extensions: it has to open the tab itself.
  await (await privileged(firefox)).run(OPEN_WELCOME, id);
  await closed;
}
