import browser, { type Scripting } from 'webextension-polyfill';
import { Failure } from '../core/failure.ts';
import type { Frame } from './messaging.ts';

const ID = 'watcher';

/** Runs a script in every page from its start, frames without an address of their own included. Idempotent. */
export async function registerEverywhere(file: string): Promise<void> {
  const script = {
    id: ID,
    js: [file],
    matches: ['<all_urls>'],
    allFrames: true,
    // Not in the polyfill's types: blank, srcdoc, blob and sandboxed frames (HARD-CASES.md, 6).
    matchOriginAsFallback: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: false,
  };
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (!known) await browser.scripting.registerContentScripts([script]);
}

export async function unregisterEverywhere(): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (known) await browser.scripting.unregisterContentScripts({ ids: [ID] });
}

/**
 * Runs scripts in one frame now.
 *
 * @throws Failure `page-closed` when the tab or frame is gone, `page-protected` where no extension may, or this one may not
 */
export async function inject({ tabId, frameId }: Frame, ...files: string[]): Promise<void> {
  await execute({ tabId, frameIds: [frameId] }, files);
}

/** Like `inject`, for all frames of a tab that are ours to see. @returns which */
export async function injectInAll(tabId: number, ...files: string[]): Promise<readonly number[]> {
  return (await execute({ tabId, allFrames: true }, files)).map(({ frameId }) => frameId);
}

async function execute(target: Scripting.InjectionTarget, files: string[]): Promise<Scripting.InjectionResult[]> {
  try {
    return await browser.scripting.executeScript({ target, files, injectImmediately: true });
  } catch (error) {
    throw new Failure(/No (tab|frame) with id|Invalid tab ID/i.test(String(error)) ? 'page-closed' : 'page-protected', {
      cause: error,
    });
  }
}
