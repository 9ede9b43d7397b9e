import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import messages from '../../../src/public/_locales/en/messages.json' with { type: 'json' };
import { FIRST_PROJECT, type FirefoxSession } from '../firefox-session.ts';
import { readWord } from '../firefox-word.ts';
import type { Display } from '../harness/display.ts';
import { activateInMenu } from '../harness/firefox-menu.ts';
import { until } from '../harness/until.ts';
import { conditionOf, type Driver } from './driver.ts';
import { moveTo, NOTE_POINTER, type Point, placeIn, rightClick } from './hand.ts';
import type { Row } from './row.ts';

const MENU: [string, string] = [
  messages.menu_title.message.replace('$1', FIRST_PROJECT.name),
  messages.tag_positive.message,
];

/** The key for a positive, as the manifest suggests it, in xdotool's spelling. */
const KEY = 'alt+shift+1';

/** Firefox on a screen of its own: real keys come from there. */
type Shown = FirefoxSession & { readonly display: Display };

/** @param page a tab of its own, instead of the session's */
export async function firefoxDriver(session: Shown, page: Page = session.page): Promise<Driver> {
  await page.evaluateOnNewDocument(NOTE_POINTER);
  await page.bringToFront();
  return {
    browser: 'firefox',
    foil: session.foil,
    open: (row) => open(session, page, row),
    point: (row) => point(session, page, row),
    readWord: () => readWord(page),
  };
}

async function open({ site, firefox }: FirefoxSession, page: Page, row: Row): Promise<void> {
  const origin = `http://${row.host ?? '127.0.0.1'}:${site.port}`;
  await page.goto(`${origin}/hard-cases/${row.page}.html`, { waitUntil: row.endless ? 'domcontentloaded' : 'load' });
  if (row.zoomed) await firefox.inFirefox.run('() => { FullZoom.enlarge(); FullZoom.enlarge(); }');
  if (row.scrolled) await (await frameOf(page, row))?.$('#it').then((it) => it?.scrollIntoView());
  await until(`${row.page} is ready`, async () => holds(await frameOf(page, row), row.ready));
}

async function point(session: Shown, page: Page, row: Row): Promise<void> {
  const { display, firefox } = session;
  const frame = await frameOf(page, row);
  const box = await (await frame?.$(row.it ?? '#it'))?.boundingBox();
  if (!frame || !box) throw new Error(`${row.page}: there is nothing to point at`);
  await moveTo(display, frame, await cornerOf(session), await placeIn(frame, box, row.at));
  if (row.hovered) await until(`${row.page} is hovered`, () => holds(frame, row.hovered));
  const by = row.byInFirefox ?? row.by;
  if (by === 'key') return display.key(KEY);
  if (by === 'shift') await display.xdotool('keydown', 'shift');
  await rightClick(display);
  const chosen = await activateInMenu(firefox.inFirefox, MENU);
  if (by === 'shift') await display.xdotool('keyup', 'shift');
  if (!chosen) throw new Error(`${row.page}: Foil is not in the menu`);
}

/** Where the window's page begins on the screen, by a page that nobody has zoomed. */
async function cornerOf({ firefox }: Shown): Promise<Point> {
  const box =
    '() => { const { x, y } = gBrowser.selectedBrowser.getBoundingClientRect(); return { x: x + mozInnerScreenX, y: y + mozInnerScreenY }; }';
  return firefox.inFirefox.run<Point>(box);
}

async function holds(frame: Frame | undefined, condition?: string): Promise<boolean> {
  return (await frame?.evaluate(conditionOf(condition)).catch(() => false)) === true;
}

async function frameOf(page: Page, row: Row): Promise<Frame | undefined> {
  let frame: Frame | undefined = page.mainFrame();
  for (const selector of row.frames ?? []) {
    // The selectors of rows name frames.
    const holder = (await frame?.$(selector)) as ElementHandle<HTMLIFrameElement> | null | undefined;
    frame = await holder?.contentFrame();
  }
  return frame;
}
