import type { Page } from 'playwright-core';
import type { Display } from './display.ts';
import { until } from './until.ts';

/** Which entry of the extension's submenu, counted from 1 without separators. */
export interface MenuChoice {
  item: number;
  /** Where the extension's entry stands in the menu, counted from below: "Inspect" is the last, ours before it. */
  fromBottom?: number;
}

/** In CSS pixels of the viewport: for a page in which no script of the driver could run. */
export interface Point {
  x: number;
  y: number;
}

/**
 * Clicks with the right button on an element and chooses an entry of the extension's submenu in the browser's own
 * menu with the keyboard. The menu and the submenu are windows of their own: that is how their opening is seen.
 */
export async function rightClickAndChoose(
  display: Display,
  page: Page,
  target: string | Point,
  choice: MenuChoice,
): Promise<void> {
  const open = () =>
    typeof target === 'string'
      ? page.locator(target).click({ button: 'right' })
      : page.mouse.click(target.x, target.y, { button: 'right' });
  await openAndChoose(display, open, choice);
}

/** Like `rightClickAndChoose`, in the menu that `open` opens by whatever hand. */
export async function openAndChoose(display: Display, open: () => Promise<void>, choice: MenuChoice): Promise<void> {
  const before = await display.windows();
  await open();
  const menu = await newWindow(display, before, 'the context menu');
  await display.key(...Array<string>(choice.fromBottom ?? 2).fill('Up'), 'Right');
  await newWindow(display, [...before, menu], "the extension's submenu");
  // Opened by a key, a submenu has its first entry selected, but not when its own delay was faster than the key.
  await display.key('Home', ...Array<string>(choice.item - 1).fill('Down'), 'Return');
  await until('the menu closes', async () => !(await display.windows()).includes(menu));
}

async function newWindow(display: Display, known: string[], what: string): Promise<string> {
  return until(`${what} opens`, async () => (await display.windows()).find((id) => !known.includes(id)));
}

/** Chromium ignores an answer that comes within half a second of the prompt's opening or of another answer. */
const UNHEARD_MS = 700;

/**
 * Answers the prompt "… has requested additional permissions" with the keyboard. "Deny" has the focus first.
 * "Allow" is grey for a while, and Tab skips it then: that it turned blue is what is waited for.
 */
export async function answerPermissionPrompt(display: Display, answer: 'allow' | 'deny'): Promise<void> {
  await until('the permission prompt takes an answer', async () => (await look(display)).allowIsReady);
  if (answer === 'allow') await display.key('Tab');
  const isClosed = async () => !(await look(display)).shaded;
  await until('the permission prompt closes', async () => {
    await display.key('Return');
    return until('the answer is heard', isClosed, UNHEARD_MS).catch(() => false);
  });
}

/** Whether the prompt is open now; it comes up a moment after it was asked for. */
export async function isPermissionPromptOpen(display: Display): Promise<boolean> {
  return (await look(display)).shaded;
}

/** The pale blue of Chromium's own theme: the strip above the page, and a button such as "Allow". */
const PALE_BLUE = Buffer.from([0xd3, 0xe3, 0xfd]);
const WIDTH = 1280;
const STRIP = { x: 900, y: 8 };
/** The bytes of the rows between the strip and the frame's lower edge, which is never shaded. */
const PAGE = [3 * WIDTH * 60, 3 * WIDTH * 600] as const;

/** The prompt is drawn inside the browser's window: it shows by the shade over all the rest of it. */
async function look(display: Display): Promise<{ shaded: boolean; allowIsReady: boolean }> {
  const pixels = await display.pixels();
  const strip = 3 * (STRIP.y * WIDTH + STRIP.x);
  const shaded = (pixels[strip] ?? 0) < 128;
  return { shaded, allowIsReady: shaded && pixels.subarray(...PAGE).includes(Buffer.alloc(3 * 20, PALE_BLUE)) };
}
