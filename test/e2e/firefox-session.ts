import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Project } from '../../src/core/project.ts';
import { TAGS, type Tag } from '../../src/core/tag.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import type { EyePopServer } from '../servers/eyepop.ts';
import { type Site, startSite } from '../servers/site.ts';
import { rows } from './foil.ts';
import { type Firefox, type FirefoxOptions, launchFirefox } from './harness/firefox.ts';
import { rightClickAndActivate } from './harness/firefox-menu.ts';
import { until } from './harness/until.ts';
import { capturesOf } from './session.ts';
import { PICTURES } from './tag-each.ts';

export const FIREFOX = 'dist/firefox';

/** Every request for access is granted without a prompt: for tests of what comes after it. */
export const GRANTED = { 'extensions.webextOptionalPermissionPrompts': false };

/** A Firefox with Foil, which will be given access to all sites when it asks, on the demo page. */
export interface FirefoxSession {
  readonly site: Site;
  readonly firefox: Firefox;
  /** The demo page. */
  readonly page: Page;
  /** A page of Foil's, to ask the background from and to read the database in. */
  readonly foil: Page;
  close(): Promise<void>;
}

const WELCOMED = `() => gBrowser.tabs.some(({ linkedBrowser }) =>
  linkedBrowser.currentURI.spec.endsWith('src/welcome/index.html') && !linkedBrowser.webProgress.isLoadingDocument)`;

export async function startFirefoxSession(options: Partial<FirefoxOptions> = {}): Promise<FirefoxSession> {
  const site = await startSite();
  const isNew = options.profile === undefined || readdirSync(options.profile).length === 0;
  const firefox = await launchFirefox({ extension: FIREFOX, prefs: GRANTED, ...options });
  // It takes the screen when it comes, and in a hidden tab no word is drawn.
  if (isNew) await until('Foil’s welcome', () => firefox.inFirefox.run<boolean>(WELCOMED));
  const page = await firefox.browser.newPage();
  await page.goto(`${site.origin}/demo.html`);
  const foil = await firefox.openPage('src/options/index.html');
  const close = async () => {
    await firefox.close();
    await site.close();
  };
  return { site, firefox, page, foil, close };
}

const LABELS: Readonly<Record<Tag, string>> = {
  positive: messages.tag_positive.message,
  'context-negative': messages.tag_context_negative.message,
  distractor: messages.tag_distractor.message,
};

export const FIRST_PROJECT = { name: messages.first_project.message };

type Menu = Pick<FirefoxSession, 'firefox' | 'page'>;

/** Tags an image with Firefox's own menu. Returns when the entry was activated, before anything came of it. */
export async function tagInFirefox(menu: Menu, selector: string, tag: Tag, project: Pick<Project, 'name'>) {
  await activate(menu, selector, LABELS[tag], project);
}

export async function activate({ firefox, page }: Menu, selector: string, label: string, { name }: { name: string }) {
  const title = messages.menu_title.message.replace('$1', name);
  await rightClickAndActivate(firefox.inFirefox, page, selector, [title, label]);
}

/** Tags one picture of each kind for a project, with the menu, and waits until they are captures. */
export async function tagEachInFirefox(session: FirefoxSession, project: Project): Promise<void> {
  for (const tag of TAGS) await tagInFirefox(session, PICTURES[tag], tag, project);
  await until('the captures', async () => (await capturesOf(session, project)).length === TAGS.length);
}

/** How many assets the stand-in's training would count, and as what. */
export function countHeld(eyepop: EyePopServer, dataset: string) {
  const { labelledEmpty, waitingForLabels } = eyepop.training(dataset);
  return { empty: labelledEmpty.length, waiting: waitingForLabels.length, all: eyepop.assets(dataset).length };
}

/** What is held of one picture of each kind when all went well. */
export const ALL_ONCE = { empty: 2, waiting: 1, all: 3 };

/** Waits until a project's queue is empty and what it sent was looked at. */
export async function settled(foil: Page, project: Project, deadline = 30_000): Promise<void> {
  await until(
    'the queue is empty',
    async () => {
      const drain = (await rows(foil, 'drains')).find((row) => row.project === project.id);
      const waiting = (await capturesOf({ foil }, project)).some(({ sync }) => sync.dueAt !== undefined);
      return drain?.finishedAt !== undefined && !drain.owesSurvey && !waiting;
    },
    deadline,
  );
}
