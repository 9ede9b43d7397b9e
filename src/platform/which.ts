import browser from 'webextension-polyfill';

/** For the few things that one browser lacks or refuses; whatever can be tried is tried instead. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}
