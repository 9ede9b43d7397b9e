import type { Chromium } from '../harness/chromium.ts';

/** A global of the worker's, of this test's making. */
type Noting = { menuStands?: string };

/** Keeps, in the worker, where Foil's menu stands: Chromium tells nobody. */
export async function noteMenu(browser: Chromium): Promise<void> {
  await (await browser.worker()).evaluate(() => {
    const noting = globalThis as Noting;
    const { update } = chrome.contextMenus;
    const noteUpdate = async (id: string, change: Parameters<typeof update>[1]) => {
      await update(id, change);
      noting.menuStands = change.contexts?.join(' ') ?? '';
    };
    if (noting.menuStands === undefined) Object.assign(chrome.contextMenus, { update: noteUpdate });
    noting.menuStands = 'image';
  });
}

export async function whereMenuStands(browser: Chromium): Promise<string> {
  return (await browser.worker()).evaluate(() => (globalThis as Noting).menuStands ?? 'image');
}
