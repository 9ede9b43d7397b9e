import type { Page } from 'playwright-core';
import type { Display } from './display.ts';

/** The middle of an element, in pixels of the screen. The browser's window stands in the corner of the display. */
async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  const [left, top] = await page.evaluate(() => [
    window.screenX + (window.outerWidth - window.innerWidth) / 2,
    window.screenY + window.outerHeight - window.innerHeight,
  ]);
  return { x: Math.round((left ?? 0) + box.x + box.width / 2), y: Math.round((top ?? 0) + box.y + box.height / 2) };
}

/**
 * Moves the screen's own pointer onto an element, and waits until the page knows. The driver's pointer is another: whatever moves a window or opens a menu makes
 * the browser look where the screen's own is.
 */
export async function pointAt(display: Display, page: Page, selector: string, button?: 1 | 3): Promise<void> {
  const { x, y } = await middleOf(page, selector);
  // Without `--sync`, which waits for a pointer to move that may be there already.
  const click = button ? ['click', String(button)] : [];
  await display.xdotool('mousemove', String(x), String(y), ...click);
  if (!button) await page.locator(`${selector}:hover`).waitFor();
}
