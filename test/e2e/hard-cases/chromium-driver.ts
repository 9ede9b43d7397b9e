import type { Frame, Page } from 'playwright-core';
import { openAndChoose } from '../harness/chromium-menu.ts';
import { until } from '../harness/until.ts';
import type { Session } from '../session.ts';
import { readWord } from '../word.ts';
import { noteMenu, whereMenuStands } from './chromium-menu-notes.ts';
import { conditionOf, type Driver } from './driver.ts';
import { moveTo, NOTE_POINTER, type Point, placeIn, rightClick } from './hand.ts';
import type { By, Row } from './row.ts';

/** The key for a positive, as the manifest suggests it, in xdotool's spelling. */
const KEY = 'alt+shift+1';

/** Where Foil's entry stands, from below: above "Inspect", and in the menu for pages above "View page source" too. */
const FROM_BOTTOM = { menu: 2, 'page-menu': 3, 'media-menu': 2, shift: 2 } as const;

const PREPARED: readonly (By | undefined)[] = ['page-menu', 'media-menu'];

/** @param page a tab of its own, instead of the session's */
export async function chromiumDriver(session: Session, page: Page = session.page): Promise<Driver> {
  await page.addInitScript(NOTE_POINTER);
  await page.bringToFront();
  return {
    browser: 'chromium',
    foil: session.foil,
    open: (row) => open(session, page, row),
    point: (row) => point(session, page, row),
    readWord: () => readWord(page),
  };
}

async function open(session: Session, page: Page, row: Row): Promise<void> {
  await noteMenu(session.browser);
  const origin = `http://${row.host ?? '127.0.0.1'}:${session.site.port}`;
  await page.goto(`${origin}/hard-cases/${row.page}.html`, { waitUntil: row.endless ? 'commit' : 'load' });
  if (row.zoomed) await session.display.key('ctrl+plus', 'ctrl+plus');
  if (row.scrolled) await (await frameOf(page, row))?.locator('#it').scrollIntoViewIfNeeded();
  await until(`${row.page} is ready`, async () => holds(await frameOf(page, row), row.ready));
}

async function point(session: Session, page: Page, row: Row): Promise<void> {
  const { display } = session;
  const frame = await frameOf(page, row);
  const box = await frame?.locator(row.it ?? '#it').boundingBox();
  if (!frame || !box) throw new Error(`${row.page}: there is nothing to point at`);
  await moveTo(display, frame, await cornerOf(session), await placeIn(frame, box, row.at));
  if (row.hovered) await until(`${row.page} is hovered`, () => holds(frame, row.hovered));
  if (row.by === 'key') return display.key(KEY);
  if (PREPARED.includes(row.by))
    await until('the menu', async () => (await whereMenuStands(session.browser)) !== 'image');
  const choice = { item: 1, fromBottom: FROM_BOTTOM[row.by ?? 'menu'] };
  await openAndChoose(display, () => rightClick(display), choice).catch(async (error) => {
    // What stays open would take the clicks of the rows that follow.
    await display.key('Escape', 'Escape');
    throw error;
  });
}

/** Where the window's page begins on the screen, by a page that nobody has zoomed. */
async function cornerOf({ foil }: Session): Promise<Point> {
  return foil.evaluate(() => ({
    x: screenX + (outerWidth - innerWidth) / 2,
    y: screenY + outerHeight - innerHeight,
  }));
}

async function holds(frame: Frame | undefined, condition?: string): Promise<boolean> {
  return (await frame?.evaluate<boolean>(conditionOf(condition)).catch(() => false)) === true;
}

async function frameOf(page: Page, row: Row): Promise<Frame | undefined> {
  let frame: Frame | undefined = page.mainFrame();
  for (const selector of row.frames ?? [])
    frame = (await (await frame?.waitForSelector(selector))?.contentFrame()) ?? undefined;
  return frame;
}
