import browser from 'webextension-polyfill';

/** Listeners return promises; a rejection here is a defect and shows in the browser's console for extensions. */
export function onInstalled(listener: (reason: string) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void listener(reason));
}

export function onStartup(listener: () => Promise<void>): void {
  browser.runtime.onStartup.addListener(() => void listener());
}
