import browser from 'webextension-polyfill';
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
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files,
      injectImmediately: true,
    });
  } catch (error) {
    throw new Failure(/No (tab|frame) with id|Invalid tab ID/i.test(String(error)) ? 'page-closed' : 'page-protected', {
      cause: error,
    });
  }
}
