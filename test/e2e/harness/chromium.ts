import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import type { Display } from './display.ts';
import { findFunction } from './find-function.ts';
import { openProfile } from './profile.ts';
import { type Ambush, type Breakpoint, controlWorker, type WorkerControl } from './worker-control.ts';

/** How to start Chromium. Without a display it runs headless. */
export interface ChromiumOptions {
  /** The built, unpacked extension. */
  extension: string;
  display?: Display;
  /** A folder to keep the profile in across starts; otherwise it is removed in the end. */
  profile?: string;
  /** A profile to start with a copy of, for instance one where a permission was granted. */
  grantedProfile?: string;
  /** For `--host-resolver-rules`. Every `*.test` is this machine unless told otherwise. */
  hostRules?: string;
}

/** A running Chromium with the extension in it. */
export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  /** The service worker that runs now; if none does, it is started. */
  worker(): Promise<Worker>;
  /** Opens a page of the extension in a tab. */
  openPage(path: string): Promise<Page>;
  /** Ends the service worker now, and waits until it is gone. */
  killWorker(): Promise<void>;
  /** Sets a trap that kills the worker at the entry of a function, after it came by `passes` times. */
  killWorkerAt(functionName: string, passes?: number): Promise<Ambush>;
  /** SIGKILL to the whole browser; returns when it is gone. The profile stays, `close` removes it. */
  killBrowser(): Promise<void>;
  close(): Promise<void>;
}

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--window-position=0,0', '--window-size=1280,900'],
];

/** Starts Chromium with the extension and waits for its service worker. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const profile = openProfile(options.profile, options.grantedProfile);
  const context = await chromium.launchPersistentContext(profile.folder, {
    executablePath: '/usr/bin/chromium',
    headless: false,
    viewport: null,
    env: { ...(options.display?.env ?? process.env) } as Record<string, string>,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: flags(options),
  });
  const cdp = await browserSession(context);
  const url = (await firstWorker(context)).url();
  const control = await controlWorker(cdp, url);
  const extensionId = new URL(url).host;
  const origin = `chrome-extension://${extensionId}`;
  return {
    context,
    extensionId,
    worker: () => wakeWorker(context, control, origin),
    openPage: (path) => openPage(context, `${origin}/${path}`),
    killWorker: control.kill,
    killWorkerAt: async (name, passes = 0) => control.killAt(breakpoints(options.extension, origin, name), passes),
    killBrowser: () => killBrowser(context, cdp),
    close: () => context.close().finally(profile.remove),
  };
}

function flags({ display, hostRules, extension }: ChromiumOptions): string[] {
  const headless = display ? [] : ['--headless=new'];
  const rules = `--host-resolver-rules=${hostRules ?? 'MAP *.test 127.0.0.1'}`;
  return [...FLAGS, ...headless, rules, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('this Playwright gives no browser for a persistent context');
  return browser.newBrowserCDPSession();
}

async function firstWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** A worker can only be started through the session of a page, of any origin. */
async function wakeWorker(context: BrowserContext, control: WorkerControl, origin: string): Promise<Worker> {
  if (!control.isRunning()) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
    await control.started();
    await page.close();
  }
  // Playwright keeps one object for all the lives of a worker.
  return firstWorker(context);
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

function breakpoints(folder: string, origin: string, name: string): Breakpoint[] {
  return findFunction(folder, name).map(({ file, ...at }) => ({ url: `${origin}/${file}`, ...at }));
}

async function killBrowser(context: BrowserContext, cdp: CDPSession): Promise<void> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (!pid) throw new Error('Chromium does not name its own process');
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await gone;
}
