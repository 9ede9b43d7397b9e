import browser from 'webextension-polyfill';

/** Which browser it is, for what only one of them has or does. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}

/** Listeners return promises; a rejection here is a defect and shows in the browser's console for extensions. */
export function onInstalled(listener: (reason: string) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void listener(reason));
}

export function onStartup(listener: () => Promise<void>): void {
  browser.runtime.onStartup.addListener(() => void listener());
}
