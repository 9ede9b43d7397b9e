import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Project } from '../../src/core/project.ts';
import type { RightsPolicy } from '../../src/core/rights/policy.ts';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { findViolations } from './axe.ts';
import { button, choice, region, say, text } from './controls.ts';
import { askFoil, rows } from './foil.ts';
import { rightClickAndChoose } from './harness/chromium-menu.ts';
import { until } from './harness/until.ts';
import { NOTES, RIGHTS_PAGES, saidBy, serveRights } from './rights-pages.ts';
import { addProject, capturesOf, type Session, startSession, tagImage } from './session.ts';
import { awaitWord, readWord } from './word.ts';

/** Whose an image is: from page, answer and file to the record, the word, the pop-up and the export. */

let session: Session;
let serial = 0;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.close());

async function projectFor(rights?: RightsPolicy): Promise<Project> {
  serial += 1;
  const project = await addProject(session, `Rights ${serial}`);
  const { id, name, target, destination } = project;
  if (rights) await askFoil(session.foil, 'saveProject', { id, name, target, destination, rights });
  return project;
}

const ready = () =>
  session.page.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement).naturalWidth > 0);

test.each(RIGHTS_PAGES)('$what', async (row) => {
  const project = await projectFor();
  await session.page.goto(serveRights(session.site, row));
  await ready();
  await tagImage(session, '#it', 'distractor', project);
  await awaitWord(session.page, messages.saved_distractor.message);
  const [capture] = await capturesOf(session, project);
  expect(saidBy(capture, session.site)).toEqual([...row.said].sort());
  expect(capture?.provenance.way).toBe(row.elsewhere ? 'background' : 'frame');
  const notes = Object.values(NOTES).filter((note) => note !== NOTES.conditions);
  const word = await readWord(session.page);
  if (row.remark) expect(word).toContain(NOTES[row.remark]);
  else expect(notes.filter((note) => word.includes(note))).toEqual([]);
});

const RESERVED = {
  html: '<img id="it" src="SRC" width="80" height="60" alt="A reserved dog">',
  file: 'rights/mining.jpg',
};

test('refused: nothing is saved, and a clear word says why; allowed again in Options, it is', async () => {
  const project = await projectFor();
  const options = await session.browser.openPage(`src/options/index.html#project=${project.id}`);
  await options.bringToFront();
  const card = region(options, 'options_rights');
  expect(await choice(card, 'options_rights_warn').isChecked()).toBe(true);
  await choice(card, 'options_rights_refuse').check();
  for (const colorScheme of ['light', 'dark'] as const) {
    await options.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findViolations(options)).toEqual([]);
  }
  await button(options, 'options_save').click();
  await text(options, 'options_saved').waitFor();
  expect((await rows(session.foil, 'projects')).find(({ id }) => id === project.id)).toMatchObject({
    rights: 'refuse',
  });

  const before = await rows(session.foil, 'originals');
  await session.page.bringToFront();
  await session.page.goto(serveRights(session.site, RESERVED));
  await ready();
  await rightClickAndChoose(session.display, session.page, '#it', { item: 1 });
  await awaitWord(session.page, messages.failure_rights_reserved.message);
  await awaitWord(session.page, messages.remedy_rights_reserved.message);
  expect(await capturesOf(session, project)).toEqual([]);
  expect(await rows(session.foil, 'intents')).toEqual([]);
  expect(await rows(session.foil, 'originals')).toHaveLength(before.length);

  await options.bringToFront();
  await choice(card, 'options_rights_record').check();
  await button(options, 'options_save').click();
  await until('the new choice', async () =>
    (await rows(session.foil, 'projects')).some(({ id, rights }) => id === project.id && rights === 'record'),
  );
  await options.close();
  await session.page.bringToFront();
  await rightClickAndChoose(session.display, session.page, '#it', { item: 1 });
  await awaitWord(session.page, messages.saved_positive.message);
  expect(await readWord(session.page)).not.toContain(NOTES.reserved);
  expect(saidBy((await capturesOf(session, project))[0], session.site)).toEqual(['xmp tdm-reserved: DMI-PROHIBITED']);
});

test('the pop-up says it, and the export leaves it out when it is told to', async () => {
  const project = await projectFor();
  const shown = [
    RESERVED,
    { html: '<img id="it" src="SRC" width="80" height="60" alt="A dog by Ann">', file: 'rights/iptc.jpg' },
    { html: '<img id="it" src="SRC" width="80" height="60" alt="A dog of nobody">' },
  ];
  for (const [index, page] of shown.entries()) {
    await session.page.goto(serveRights(session.site, page));
    await ready();
    await tagImage(session, '#it', 'context-negative', project);
    await until('the capture', async () => (await capturesOf(session, project)).length === index + 1);
  }
  const popup = await session.browser.openPage('src/popup/index.html');
  const marks = region(popup, 'popup_latest').getByRole('img');
  await until('the marks', async () => (await marks.count()) === 2);
  const names = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  expect(names).toEqual([
    [
      say('rights_mark'),
      ...['Zoë Müller', 'Ann'].map((name) => say('rights_creator', name)),
      say('rights_credit', 'Foil Press'),
      say('rights_copyright', '© 2026 Zoë Müller'),
    ].join('. '),
    [say('rights_mark_reserved'), say('rights_tdm_reserved', 'DMI-PROHIBITED')].join('. '),
  ]);
  await text(popup, 'rights_mark_reserved').waitFor();
  expect(await findViolations(popup)).toEqual([]);
  await popup.close();

  const page = await session.browser.openPage(`src/export/index.html?project=${project.id}`);
  await page.bringToFront();
  await text(page, 'export_leave_out_one').waitFor();
  await button(page, 'export_start', 3).waitFor();
  await page.getByRole('checkbox', { name: say('export_leave_out') }).check();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findViolations(page)).toEqual([]);
  }
  const downloading = page.waitForEvent('download');
  await button(page, 'export_start', 2).click();
  const files = unzipSync(readFileSync(await (await downloading).path()));
  await text(page, 'export_left_out', 1).waitFor();
  await page.close();
  const lines = strFromU8(files['metadata.jsonl'] ?? new Uint8Array())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(Object.keys(files)).toHaveLength(4);
  expect(lines.map(({ provenance }) => provenance.rights.map((right: { kind: string }) => right.kind))).toEqual([
    ['creator', 'creator', 'credit', 'copyright'],
    [],
  ]);
  expect(strFromU8(files['README.md'] ?? new Uint8Array())).toContain('1 captures are left out: their makers reserve');
});
