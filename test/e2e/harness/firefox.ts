import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { endChild } from './child.ts';
import type { Display } from './display.ts';
import { type Privileged, privileged } from './privileged.ts';
import { openProfile } from './profile.ts';
import { until } from './until.ts';
import { writeXpi } from './xpi.ts';

/** How to start Firefox. Without a display it runs headless. */
export interface FirefoxOptions {
  /** The built, unpacked extension; its manifest must name its id for Gecko. */
  extension: string;
  display?: Display;
  /** A folder to keep the profile in across starts; otherwise it is removed in the end. */
  profile?: string;
  /** More preferences. `extensions.webextOptionalPermissionPrompts: false` grants every request silently. */
  prefs?: Record<string, string | number | boolean>;
}

/** A running Firefox with the extension in it. */
export interface Firefox {
  browser: Browser;
  extensionId: string;
  /** Access to Firefox's own scope. */
  inFirefox: Privileged;
  /** Opens a page of the extension in a tab. `browser.runtime.getBackgroundPage()` in it reaches the background. */
  openPage(path: string): Promise<Page>;
  backgroundState(): Promise<'running' | 'starting' | 'suspending' | 'stopped'>;
  /** Ends the background page now, without `onSuspend`'s grace, and waits until it is gone. */
  killBackground(): Promise<void>;
  /** SIGKILL to the whole browser; returns when it is gone. The profile stays, `close` removes it. */
  killBrowser(): Promise<void>;
  close(): Promise<void>;
}

const PREFS = {
  // An unsigned XPI in the profile's folder is taken (ESR allows it), enabled, and still there after a restart.
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.startupScanScopes': 15,
  // The prompt otherwise ignores a click in its first half second.
  'security.notification_enable_delay': 0,
  'network.dns.forceResolve': '127.0.0.1',
};

/** Starts Firefox with the extension installed for good, as a person has it, and waits until it is active. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const extensionId = geckoId(options.extension);
  const profile = openProfile(options.profile);
  mkdirSync(join(profile.folder, 'extensions'), { recursive: true });
  await writeXpi(options.extension, join(profile.folder, 'extensions', `${extensionId}.xpi`));
  const browser = await start(profile.folder, options);
  const inFirefox = await privileged(browser);
  await inFirefox.run(READY, extensionId);
  return {
    browser,
    extensionId,
    inFirefox,
    openPage: (path) => openPage(browser, inFirefox, { extensionId, path }),
    backgroundState: () =>
      inFirefox.run('(id) => WebExtensionPolicy.getByID(id).extension.backgroundState', extensionId),
    killBackground: () => inFirefox.run(TERMINATE, extensionId),
    killBrowser: () => killBrowser(browser, profile.folder),
    close: () => browser.close().finally(profile.remove),
  };
}

function start(folder: string, { display, prefs }: FirefoxOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: mortalFirefox(folder),
    headless: !display,
    env: display?.env ?? process.env,
    userDataDir: folder,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...PREFS, ...prefs },
  });
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extension}/manifest.json names no id for Gecko`);
  return id;
}

/** A script that becomes Firefox, ended by the kernel when this process dies. */
function mortalFirefox(folder: string): string {
  const script = join(folder, 'start-firefox.sh');
  writeFileSync(script, '#!/bin/sh\nexec setpriv --pdeathsig KILL /usr/lib/firefox-esr/firefox-esr "$@"\n');
  chmodSync(script, 0o755);
  return script;
}

/** Waits for the extension's start, and writes the preference that holds its random address: a kill would lose it. */
const READY = `async (id) => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID(id);
  if (!addon?.isActive) throw new Error(id + ' is not active');
  const { extension, readyPromise } = WebExtensionPolicy.getByID(id);
  await readyPromise;
  // After a restart the background sleeps until an event comes.
  if (extension.backgroundState === 'starting') await extension.promiseBackgroundStarted();
  Services.prefs.savePrefFile(null);
}`;

const TERMINATE = `async (id) => {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
}`;

const OPEN = `(id, path) => {
  const url = 'moz-extension://' + WebExtensionPolicy.getByID(id).mozExtensionHostname + '/' + path;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
}`;

/** Puppeteer is refused moz-extension addresses, so Firefox itself opens the tab; the page in it is then Puppeteer's. */
async function openPage(
  browser: Browser,
  inFirefox: Privileged,
  { extensionId, path }: { extensionId: string; path: string },
): Promise<Page> {
  const opened = new Promise<Page>((resolve) => {
    browser.once('targetcreated', (target) => void target.page().then((page) => page && resolve(page)));
  });
  await inFirefox.run(OPEN, extensionId, path);
  const page = await opened;
  // Puppeteer's own waiting evaluates text in the page, which a strict policy may forbid.
  const loaded = "location.protocol === 'moz-extension:' && document.readyState === 'complete'";
  await until(`${path} is loaded`, () => page.evaluate(loaded).catch(() => false));
  return page;
}

async function killBrowser(browser: Browser, folder: string): Promise<void> {
  const child = browser.process();
  if (child) await endChild(child, 'SIGKILL');
  // Puppeteer then puts back the preferences that the profile had, and would take those of the next start with it.
  const backups = ['prefs.js.puppeteer', 'user.js.puppeteer'].map((name) => join(folder, name));
  await until('the preferences are put back', () => !backups.some((file) => existsSync(file)));
}
