import browser from 'webextension-polyfill';

/** What an administrator prescribes; empty without a policy (Firefox throws then). Unparsed. */
export async function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  return browser.storage.managed.get().catch(() => ({}));
}

export function onManagedChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') listener();
  });
}
