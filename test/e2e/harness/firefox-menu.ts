import type { Page } from 'puppeteer-core';
import type { Privileged } from './privileged.ts';
import { until } from './until.ts';

/**
 * Clicks with the right button on an element and activates an entry of the extension's submenu in Firefox's own menu,
 * which counts as a user's gesture as a click on it does.
 * @param labels of the extension's entry and of the one below it
 */
export async function rightClickAndActivate(
  inFirefox: Privileged,
  page: Page,
  selector: string,
  labels: [string, string],
): Promise<void> {
  await page.bringToFront();
  // The extension makes its menu when it was started, which may be at this moment.
  await until(`the menu has "${labels.join('" › "')}"`, async () => {
    await page.click(selector, { button: 'right' });
    return activateInMenu(inFirefox, labels);
  });
}

/**
 * Opens the menu on an element, and closes it again.
 * @param settled resolves when the extension has done with it what it wanted to
 * @returns the labels of all entries that could be seen then
 */
export async function readMenu(
  inFirefox: Privileged,
  page: Page,
  selector: string,
  settled: () => Promise<void>,
): Promise<string[]> {
  await page.bringToFront();
  await page.click(selector, { button: 'right' });
  await inFirefox.run(SHOW);
  await settled();
  return inFirefox.run(READ);
}

/** Activates an entry of the menu that a right click has opened, or opens now. False where it is not there; the menu closes. */
export async function activateInMenu(inFirefox: Privileged, labels: [string, string]): Promise<boolean> {
  return inFirefox.run<boolean>(ACTIVATE, ...labels);
}

/** Answers the prompt that an extension's `permissions.request` opens. */
export async function answerFirefoxPrompt(inFirefox: Privileged, answer: 'allow' | 'deny'): Promise<void> {
  await inFirefox.run(ANSWER, answer === 'allow' ? 'button' : 'secondaryButton');
}

const SHOWN = `
  const shown = (popup) => popup.state === 'open' ? popup
    : new Promise((resolve) => popup.addEventListener('popupshown', () => resolve(popup), { once: true }));
  const hidden = (popup) => popup.state === 'closed' ? popup
    : new Promise((resolve) => popup.addEventListener('popuphidden', () => resolve(popup), { once: true }));
  const labelled = (popup, label) => [...popup.children].find((entry) => entry.label === label && !entry.hidden);`;

const ACTIVATE = `async (parent, child) => {
  ${SHOWN}
  const menu = await shown(document.getElementById('contentAreaContextMenu'));
  // An extension may have to look at the page first, and draws the open menu anew.
  const end = Date.now() + 1_500;
  while (!labelled(menu, parent) && Date.now() < end) await new Promise(requestAnimationFrame);
  const entry = labelled(menu, parent);
  entry?.openMenu(true);
  const submenu = entry && (await shown(entry.menupopup));
  const item = submenu && labelled(submenu, child);
  if (item) submenu.activateItem(item);
  else menu.hidePopup();
  await hidden(menu);
  return Boolean(item);
}`;

const SHOW = `async () => {
  ${SHOWN}
  await shown(document.getElementById('contentAreaContextMenu'));
}`;

const READ = `async () => {
  ${SHOWN}
  const menu = document.getElementById('contentAreaContextMenu');
  const labels = [...menu.children].filter((entry) => !entry.hidden).map((entry) => entry.label ?? '');
  menu.hidePopup();
  await hidden(menu);
  return labels;
}`;

const ANSWER = `async (button) => {
  ${SHOWN}
  const panel = await shown(PopupNotifications.panel);
  panel.firstElementChild[button].click();
  await hidden(panel);
}`;
