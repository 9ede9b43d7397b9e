import { TAGS, type Tag } from '../../src/core/tag.ts';
import { rows } from '../../test/e2e/foil.ts';
import { answerPermissionPrompt, rightClickAndChoose } from '../../test/e2e/harness/chromium-menu.ts';
import { until } from '../../test/e2e/harness/until.ts';
import { sendAll } from './configure.ts';
import type { Stage } from './stage.ts';
import { wordOnPage } from './word-on-page.ts';

/** One image of each kind on the demo page. */
export interface Picture {
  readonly file: string;
  readonly selector: string;
  readonly tag: Tag;
  readonly does: string;
}

export const PICTURES: readonly Picture[] = [
  {
    file: 'kitten-planks.jpg',
    selector: '#positive-2',
    tag: 'positive',
    does: 'right-click a kitten, choose Positive; allow access in the browser’s prompt',
  },
  {
    file: 'espresso.jpg',
    selector: '#negative-1',
    tag: 'context-negative',
    does: 'right-click a table without a cat, choose Context negative',
  },
  {
    file: 'red-panda.jpg',
    selector: '#distractor-1',
    tag: 'distractor',
    does: 'right-click a red panda, choose Distractor',
  },
];

/** @returns what Foil said about it on the page */
export async function tagPicture({ display, browser, page }: Stage, { selector, tag }: Picture): Promise<string> {
  const worker = await browser.worker();
  const before = (await rows(worker, 'captures')).length;
  const saidBefore = await wordOnPage(page);
  await rightClickAndChoose(display, page, selector, { item: TAGS.indexOf(tag) + 1 });
  if (before === 0) await answerPermissionPrompt(display, 'allow');
  await until('Foil has not saved it', async () => (await rows(worker, 'captures')).length === before + 1);
  return until('Foil has not said that it is saved', async () => {
    const said = await wordOnPage(page);
    return said === saidBefore ? undefined : said;
  });
}

/** What was tagged before the project had a destination goes there on a click of its own. */
export async function sync(stage: Stage): Promise<void> {
  const foil = await stage.browser.worker();
  await sendAll(stage, PICTURES.length);
  const isDone = async () => {
    const [captures, drains] = await Promise.all([rows(foil, 'captures'), rows(foil, 'drains')]);
    return captures.every(({ sync }) => sync.receipt) && drains.some(({ finishedAt }) => finishedAt);
  };
  await until('the sync to end', isDone, 30_000).catch(async (error: Error) => {
    const stuck = [...(await rows(foil, 'drains')), ...(await rows(foil, 'captures')).map((capture) => capture.sync)];
    const kinds = stuck.flatMap(({ failure }) => failure?.kind ?? []);
    throw new Error(`${error.message}; Foil says: ${[...new Set(kinds)].join(', ') || 'nothing'}`);
  });
}

/** @returns the file's path */
export async function exportZip({ browser }: Stage, project: string, folder: string): Promise<string> {
  const page = await browser.openPage(`src/export/index.html?project=${project}`);
  await page.bringToFront();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /export/i }).click(),
  ]);
  const file = `${folder}/${download.suggestedFilename()}`;
  await download.saveAs(file);
  await page.screenshot({ path: `${folder}/exported.png` });
  return file;
}
