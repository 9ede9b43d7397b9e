import browser, { type Scripting } from 'webextension-polyfill';
import { Failure } from '../core/failure.ts';
import type { Frame } from './messaging.ts';

/** A script that runs by itself in every page. */
export interface PageScript {
  readonly id: string;
  readonly file: string;
  readonly runAt: 'document_start' | 'document_idle';
}

/** Runs a script in every page from now on, frames without an address of their own included. @returns whether that is new */
export async function registerEverywhere({ id, file, runAt }: PageScript): Promise<boolean> {
  if (await isRegistered(id)) return false;
  const script = {
    id,
    js: [file],
    matches: ['<all_urls>'],
    allFrames: true,
    // Not in the polyfill's types: blank, srcdoc, blob and sandboxed frames (HARD-CASES.md, 6).
    matchOriginAsFallback: true,
    runAt,
    persistAcrossSessions: false,
  };
  await browser.scripting.registerContentScripts([script]);
  return true;
}

export async function unregisterEverywhere(id: string): Promise<void> {
  if (await isRegistered(id)) await browser.scripting.unregisterContentScripts({ ids: [id] });
}

export async function isRegistered(id: string): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
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
  const injection = browser.scripting.executeScript({ target, files, injectImmediately: true });
  const results: (Scripting.InjectionResult | undefined)[] = await injection.catch((error) => {
    throw new Failure(/No (tab|frame) with id|Invalid tab ID/i.test(String(error)) ? 'page-closed' : 'page-protected', {
      cause: error,
    });
  });
  // Firefox does not fail where no script may run: it has nothing to tell of such a frame.
  const ran = results.flatMap((result) => result ?? []);
  if (ran.length === 0) throw new Failure('page-protected');
  return ran;
}
