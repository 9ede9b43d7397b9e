import type { Page } from 'playwright-core';
import type { Found } from '../../src/core/found.ts';
import type { ToFrame } from '../../src/protocol.ts';
import type { Realm } from './foil.ts';

/** Asks the finder in the tab at an address, by the same messages as the background; `context` is a place of Foil's own. */
export async function askFinder<Name extends 'find' | 'list'>(
  context: Realm,
  url: string,
  ...[foil, argument]: [Name, ...Parameters<ToFrame[Name]>]
): Promise<readonly Found[]> {
  return (context as Page).evaluate(ask, { url, foil: foil as string, argument: argument as unknown });
}

async function ask({ url, foil, argument }: { url: string; foil: string; argument: unknown }) {
  const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
  const target = { tabId: tab?.id ?? -1, frameIds: [0] };
  await chrome.scripting.executeScript({ target, files: ['/src/content/finder.iife.js'] });
  const reply = await chrome.tabs.sendMessage(target.tabId, { foil, args: [argument] }, { frameId: 0 });
  if (!reply?.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

/** What was found, by the names of the files; by its kind what has none. */
export function namesOf(found: readonly Found[]): string[] {
  return found.map(({ kind, url }) => (kind === 'image' ? (url.split('/').at(-1) ?? '') : kind));
}
