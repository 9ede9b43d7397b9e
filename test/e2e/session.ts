import type { Page } from 'playwright-core';
import type { Project } from '../../src/core/project.ts';
import type { Tag } from '../../src/core/tag.ts';
import type { EyePopServer } from '../servers/eyepop.ts';
import { type Site, startSite } from '../servers/site.ts';
import { askFoil, type Realm, rows } from './foil.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from './harness/chromium.ts';
import { answerPermissionPrompt, rightClickAndChoose } from './harness/chromium-menu.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { until } from './harness/until.ts';

export const CHROMIUM = 'dist/chromium';

/** A Chromium with Foil, which has been given access to all sites in the browser's own prompt, on the demo page. */
export interface Session {
  readonly display: Display;
  readonly site: Site;
  readonly browser: Chromium;
  /** The demo page. */
  readonly page: Page;
  /** A page of Foil's, to ask the background from and to read the database in. */
  readonly foil: Page;
  close(): Promise<void>;
}

/** Foil opens its welcome page when it is installed: wait for that, or it comes in front of what is being clicked. */
export async function awaitWelcome({ context }: Chromium): Promise<void> {
  await until('the welcome page', () => context.pages().some((page) => page.url().endsWith('/src/welcome/index.html')));
}

export async function startSession(options: Partial<ChromiumOptions> = {}): Promise<Session> {
  const [display, site] = await Promise.all([startDisplay(), startSite()]);
  const browser = await launchChromium({ extension: CHROMIUM, display, ...options });
  await awaitWelcome(browser);
  const page = await browser.context.newPage();
  await page.goto(`${site.origin}/demo.html`);
  await page.bringToFront();
  await rightClickAndChoose(display, page, '#positive-4', { item: 1 });
  await answerPermissionPrompt(display, 'allow');
  const foil = await browser.openPage('src/options/index.html');
  await until('the first capture', async () => (await rows(foil, 'captures')).length === 1);
  const close = async () => {
    await browser.close();
    await Promise.all([display.stop(), site.close()]);
  };
  return { display, site, browser, page, foil, close };
}

/** What of a session, in either browser, the database is read through. */
interface WithFoil {
  readonly foil: Realm;
}

/** A project of its own, chosen for the next captures; it keeps them in the browser until told otherwise. */
export async function addProject({ foil }: WithFoil, name: string): Promise<Project> {
  const destination = { id: 'browser', options: {} };
  const project = (await askFoil(foil, 'saveProject', { name, target: 'cat', destination })) as Project;
  await askFoil(foil, 'selectProject', project.id);
  return project;
}

/** Gives a project the stand-in's dataset for a destination. Nothing is sent by that alone. */
export async function sendToEyePop(
  { foil }: WithFoil,
  project: Project,
  eyepop: EyePopServer,
  dataset = 0,
): Promise<string> {
  const uuid = eyepop.datasets[dataset]?.uuid;
  if (uuid === undefined) throw new Error('no such dataset');
  const destination = { id: 'eyepop', options: { base: eyepop.origin, dataset: uuid } };
  const { id, name, target } = project;
  await askFoil(foil, 'saveProject', { id, name, target, destination, secret: eyepop.apiKey });
  return uuid;
}

/**
 * A click in the menu without the menu: for volume, and for killing the background at a step of what follows. That the
 * menu itself works is shown in main-job.test.ts. Returns at once; the background may not survive it.
 */
export async function tagImage(
  { browser, page }: Session,
  selector: string,
  tag: Tag,
  project: Project,
): Promise<void> {
  const srcUrl = await page.locator(selector).evaluate((image) => (image as HTMLImageElement).currentSrc);
  const worker = await browser.worker();
  const click = { menuItemId: `tag asks ${tag} ${project.id}`, srcUrl, frameId: 0, pageUrl: page.url() };
  await worker.evaluate(dispatchClick, click);
}

async function dispatchClick(click: { pageUrl: string }): Promise<void> {
  const [tab] = await chrome.tabs.query({ url: click.pageUrl.replace(/:\d+/, ':*') });
  const tabs = tab ? [tab] : (await chrome.tabs.query({})).filter(({ url }) => url === click.pageUrl);
  // `dispatch` is Chromium's own, without a type: it runs the listeners as a real click does.
  const event = chrome.contextMenus.onClicked as unknown as { dispatch(info: unknown, tab: unknown): void };
  setTimeout(() => event.dispatch(click, tabs[0]), 0);
}

export async function capturesOf({ foil }: WithFoil, project: Project) {
  return (await rows(foil, 'captures')).filter((capture) => capture.project === project.id);
}
