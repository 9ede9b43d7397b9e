import { afterAll, beforeAll, expect, test } from 'vitest';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };
import { type FirefoxSession, startFirefoxSession, tagInFirefox } from './firefox-session.ts';
import { awaitWord } from './firefox-word.ts';
import { askFoil, rows } from './foil.ts';
import { NOTES, RIGHTS_PAGES, saidBy, serveRights } from './rights-pages.ts';
import { addProject, capturesOf } from './session.ts';

/** Whose an image is, in Firefox: what page, answer and file say, with the browser's own menu. */

let session: FirefoxSession;

beforeAll(async () => {
  session = await startFirefoxSession();
});

afterAll(() => session?.close());

const ready = () =>
  session.page.waitForFunction(() => (document.querySelector('#it') as HTMLImageElement).naturalWidth > 0);

/** One of each source; what is read and how is the same code in both browsers. */
const SHOWN = RIGHTS_PAGES.filter(({ what }) =>
  /^(JSON-LD|metas: data|headers|the file: XMP|a page that puts)/.test(what),
);

test.each(SHOWN)('$what', async (row) => {
  const project = await addProject(session, row.what);
  await session.page.goto(serveRights(session.site, row));
  await ready();
  await tagInFirefox(session, '#it', 'distractor', project);
  await awaitWord(session.page, row.remark ? NOTES[row.remark] : messages.saved_distractor.message);
  expect(saidBy((await capturesOf(session, project))[0], session.site)).toEqual([...row.said].sort());
});

test('refused: nothing is saved, and a clear word says why', async () => {
  const { id, name, target, destination } = await addProject(session, 'Refuses');
  await askFoil(session.foil, 'saveProject', { id, name, target, destination, rights: 'refuse' });
  const before = await rows(session.foil, 'originals');
  const html = '<meta name="robots" content="noai"><img id="it" src="SRC" width="80" height="60" alt="x">';
  await session.page.goto(serveRights(session.site, { html }));
  await ready();
  await tagInFirefox(session, '#it', 'positive', { name });
  await awaitWord(session.page, messages.failure_rights_reserved.message);
  expect((await rows(session.foil, 'captures')).filter(({ project }) => project === id)).toEqual([]);
  expect(await rows(session.foil, 'originals')).toHaveLength(before.length);
});
