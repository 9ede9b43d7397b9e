import browser, { type Tabs } from 'webextension-polyfill';
import { Failure } from '../core/failure.ts';
import { isFirefox } from './which.ts';

export type Tab = Tabs.Tab;

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

export async function openLink(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** A picture that was pasted or dropped lies in no tab. */
export const NO_TAB = -1;

/** Whether a tab keeps cookies apart from ours: one of Firefox's containers. */
export async function hasOtherCookies(tabId: number): Promise<boolean> {
  if (!isFirefox() || tabId === NO_TAB) return false;
  const { cookieStoreId } = await browser.tabs.get(tabId);
  return cookieStoreId !== undefined && cookieStoreId !== 'firefox-default';
}

/** Whether a tab is the one that its window shows. */
export async function isInFront(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId)).active;
}

/**
 * A picture of what a tab shows, at device pixels, as a PNG in a `data:` address.
 *
 * @throws Failure `page-closed` when another tab is in front, or when the browser will not
 */
export async function pictureTab(tabId: number): Promise<string> {
  const before = await browser.tabs.get(tabId);
  const picture = before.active && (await browser.tabs.captureVisibleTab(before.windowId, { format: 'png' }));
  const after = await browser.tabs.get(tabId);
  // The browser takes whatever tab is in front by then: it may be another one.
  if (!picture || !after.active || after.windowId !== before.windowId) throw new Failure('page-closed');
  return picture;
}

/** The tabs of all windows, or those that can be seen. */
export async function listTabs(which: { active?: true } = {}): Promise<number[]> {
  const tabs = await browser.tabs.query(which);
  return tabs.flatMap(({ id }) => id ?? []);
}
