import browser, { type Commands, type Tabs } from 'webextension-polyfill';
import { openLink } from './tabs.ts';

/** A shortcut as it is set now: `keys` is empty where it has none. */
export interface Shortcut {
  readonly name: string;
  readonly keys: string;
  readonly what: string;
}

export function onCommand(listener: (name: string, tab: Tabs.Tab | undefined) => void): void {
  browser.commands.onCommand.addListener(listener);
}

/** All that the manifest names, in its order. */
export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const known = new Map((await browser.commands.getAll()).map((command) => [command.name, command]));
  return Object.keys(browser.runtime.getManifest().commands ?? {}).map((name) => {
    const { shortcut = '', description = '' } = known.get(name) ?? {};
    return { name, keys: shortcut, what: description };
  });
}

/** Firefox has a call for it; in Chromium it is a page that only an extension may open. */
export async function openShortcutSettings(): Promise<void> {
  const commands: Commands.Static & { openShortcutSettings?(): Promise<void> } = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await openLink('chrome://extensions/shortcuts');
}
