import type { Page } from 'playwright-core';

/** What is dragged: files of this machine, and what a page would add to it. */
export interface Dragged {
  readonly files?: string[];
  readonly items?: { mimeType: string; data: string }[];
}

type Step = 'dragEnter' | 'dragOver' | 'drop';

/** Drags something over the middle of a page from outside, as the browser itself does. */
export async function drag(page: Page, { files = [], items = [] }: Dragged, ...steps: Step[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  for (const type of steps) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data: { files, items, dragOperationsMask: 1 } });
  }
  await cdp.detach();
}

export async function drop(page: Page, dragged: Dragged): Promise<void> {
  await drag(page, dragged, 'dragEnter', 'dragOver', 'drop');
}
