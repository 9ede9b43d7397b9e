import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import { type EyePopServer, startEyePop } from '../servers/eyepop.ts';
import { findViolations } from './axe.ts';
import { button, region, say, text } from './controls.ts';
import { drop } from './drop.ts';
import { dashboardAddress, fillEyePop } from './eyepop-form.ts';
import { askFoil, rows } from './foil.ts';
import { addProject, type Session, sendToEyePop, startSession } from './session.ts';
import { tagEach } from './tag-each.ts';

/** Every page of ours, light and dark, with nothing in it and with much: axe finds nothing (WCAG 2.2 AA and good practice). */

let session: Session;
let eyepop: EyePopServer;
let first: Project;
let empty: Project;
let full: Project;
let sends: Project;

beforeAll(async () => {
  const datasets = ['Cats and dogs', 'Refuses'].map((name) => ({ name, labels: ['cat', 'dog'] }));
  [session, eyepop] = await Promise.all([startSession(), startEyePop({ datasets })]);
  const [unnamed] = await rows(session.foil, 'projects');
  if (!unnamed) throw new Error('there is no first project');
  first = unnamed;
  empty = await addProject(session, 'Empty');
  full = await addProject(session, 'Full');
  await tagEach(session, full);
  sends = await addProject(session, 'Sends');
  await tagEach(session, sends);
});

afterAll(async () => {
  await session?.close();
  await eyepop?.close();
});

/** One of them is no picture. */
const PHOTOS = ['photos/espresso.jpg', 'photos/SOURCES.md'].map((name) => resolve('test/site', name));

async function open(path: string, project?: Project): Promise<Page> {
  if (project) await askFoil(session.foil, 'selectProject', project.id);
  const page = await session.browser.openPage(`src/${path}`);
  await page.bringToFront();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page;
}

async function popup(project: Project): Promise<Page> {
  const page = await open('popup/index.html', project);
  await page.getByRole('contentinfo').waitFor();
  return page;
}

async function options(hash: string): Promise<Page> {
  const page = await open(`options/index.html#${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function projects(): Promise<Page> {
  const page = await options('projects');
  await page.getByRole('radio', { name: say('options_select_project', full.name) }).waitFor();
  return page;
}

const exportPage = (project: Project) => open(`export/index.html?project=${project.id}`);

async function welcome(project: Project): Promise<Page> {
  const page = await open('welcome/index.html', project);
  await text(page, 'welcome_access_given').waitFor();
  return page;
}

const PAGES: [what: string, show: () => Promise<Page>][] = [
  ['the pop-up before the target was named', () => popup(first)],
  ['the pop-up without captures', () => popup(empty)],
  [
    'the pop-up with captures, one of them taken back',
    async () => {
      const page = await popup(full);
      await button(region(page, 'popup_latest').getByRole('listitem').first(), 'popup_take_back').click();
      await text(page, 'popup_put_back').waitFor();
      return page;
    },
  ],
  [
    'the pop-up of a project that failed',
    async () => {
      await sendToEyePop(session, sends, eyepop, 0);
      await askFoil(session.foil, 'sendAll', sends.id);
      const page = await popup(sends);
      await button(page, 'popup_retry').waitFor();
      return page;
    },
  ],
  [
    'the pop-up of a project whose destination is out of reach',
    async () => {
      eyepop.fault({ path: 'authenticate', status: 401 });
      const page = await popup(sends);
      await button(page, 'popup_retry').click();
      await button(page, 'popup_open_options').waitFor();
      return page;
    },
  ],

  ['the list of projects', projects],
  [
    'a new project, with everything that is wrong with it',
    async () => {
      const page = await options('new');
      await button(page, 'options_create').click();
      await text(page, 'options_name_missing').waitFor();
      return page;
    },
  ],
  ['a project that keeps its images here', () => options(`project=${full.id}`)],
  [
    'a project with EyePop, connected, with the question about its labels',
    async () => {
      const page = await options(`project=${full.id}`);
      const dataset = dashboardAddress(eyepop, eyepop.datasets[0]?.uuid ?? '');
      await fillEyePop(page, { base: eyepop.origin, key: eyepop.apiKey, dataset });
      await button(page, 'eyepop_show').click();
      await page.getByRole('group', { name: say('eyepop_choose') }).waitFor();
      await button(page, 'options_test').click();
      await text(page, 'options_question_open').waitFor();
      return page;
    },
  ],
  [
    'a project with EyePop, refused',
    async () => {
      const page = await options(`project=${full.id}`);
      await fillEyePop(page, { base: eyepop.origin, key: 'eyp_wrong', dataset: 'nonsense' });
      await button(page, 'options_test').click();
      await text(page, 'failure_key_refused').waitFor();
      return page;
    },
  ],
  [
    'the question before a project is removed',
    async () => {
      const page = await options(`project=${empty.id}`);
      await button(page, 'options_remove_button').click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  ],
  ['what concerns capturing', () => options('capture')],
  [
    'pictures that were dropped',
    async () => {
      const page = await projects();
      await drop(page, { files: PHOTOS });
      await page.getByRole('dialog').waitFor();
      return page;
    },
  ],
  [
    'pictures that were dropped on the pop-up, and what became of them',
    async () => {
      const page = await popup(full);
      await drop(page, { files: PHOTOS });
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('2');
      await page.getByRole('alert').waitFor();
      return page;
    },
  ],
  ['site access', () => options('access')],
  [
    'the settings file, with what it would change',
    async () => {
      const page = await options('file');
      const projects = [
        { name: 'Full', target: 'x', destination: { id: 'eyepop', options: { base: 'https://a.example' } } },
      ];
      const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ projects })) };
      await page.getByLabel(say('options_file_import_button')).setInputFiles(file);
      await text(page, 'options_preview_warning').waitFor();
      return page;
    },
  ],
  ['privacy', () => options('about')],
  ['the export of nothing', () => exportPage(empty)],
  ['the export', () => exportPage(full)],
  [
    'the export, done',
    async () => {
      const page = await exportPage(full);
      await page.getByRole('button').click();
      await page.getByRole('link', { name: say('export_save_again') }).waitFor();
      return page;
    },
  ],
  ['the welcome page', () => welcome(full)],
  ['the welcome page before the target was named', () => welcome(first)],
];

test.each(PAGES)('%s', async (_what, show) => {
  const page = await show();
  await page.getByRole('main').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect([colorScheme, ...(await findViolations(page))]).toEqual([colorScheme]);
  }
  await page.close();
});

test('what is wrong is found, in either scheme', async () => {
  const page = await popup(full);
  await button(page, 'popup_options').evaluate((node) => {
    node.removeAttribute('aria-label');
    node.removeAttribute('title');
  });
  await text(page, 'popup_kept_here').evaluate((node) => {
    node.style.color = 'light-dark(#bbb, #555)';
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const rules = (await findViolations(page)).map((found) => found.split(':')[0]);
    expect(rules.sort()).toEqual(['button-name', 'color-contrast']);
  }
  await page.close();
});
