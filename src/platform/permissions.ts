import browser from 'webextension-polyfill';

/** `captureVisibleTab` and injection want the literal pattern (BROWSERS.md). */
const ALL_SITES = { origins: ['<all_urls>'] };

/**
 * Shows the browser's own prompt, or nothing where access is there already. Has to be the first thing a handler does:
 * after one `await` there is no user gesture left.
 */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES);
}

/** Like `requestAllSites`, for the hosts of a destination. */
export function requestHosts(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

export function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains(ALL_SITES);
}

export function hasHosts(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

export function withdrawAllSites(): Promise<boolean> {
  return browser.permissions.remove(ALL_SITES);
}

export function onAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
