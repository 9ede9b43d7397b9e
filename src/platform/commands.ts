import browser, { type Commands, type Tabs } from 'webextension-polyfill';
import { COMMANDS } from '../core/command.ts';
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

/** The browser gives them in the order of their names. */
export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const all = await browser.commands.getAll();
  const known = COMMANDS.flatMap((wanted) => all.find(({ name }) => name === wanted) ?? []);
  return known.map(({ name = '', shortcut = '', description = '' }) => ({ name, keys: shortcut, what: description }));
}

/** Firefox has a call for it; in Chromium it is a page that only an extension may open. */
export async function openShortcutSettings(): Promise<void> {
  const commands: Commands.Static & { openShortcutSettings?(): Promise<void> } = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await openLink('chrome://extensions/shortcuts');
}
