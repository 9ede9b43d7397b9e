import { Failure, type FailureKind } from '../../core/failure.ts';
import { isRecord } from '../../core/json.ts';
import { LIMITS } from '../../core/limits.ts';
import { isReferrerPolicy } from '../../core/referer.ts';
import { database } from '../../db/open.ts';
import { readPreferences } from '../../db/read.ts';
import { openAddress } from '../../platform/header-rules.ts';
import { isFirefox } from '../../platform/which.ts';
import { askFinder } from '../ask-finder.ts';
import { isOnTheWeb, type Rung, type Sought, type Tried } from './acquired.ts';
import { readParts } from './parts.ts';

/**
 * Way c: a request of the page's own frame, which has all that the page has (partitioned cookies, its cache), while a rule opens
 * this one address to it. The page itself could read it meanwhile: SECURITY.md says what keeps that harmless.
 */
export const fromOpened: Rung = {
  way: 'opened',
  applies: async ({ found, frameUrl, allSites }, tried) =>
    allSites &&
    found.kind === 'image' &&
    found.decoded &&
    !found.readable &&
    [found.url, frameUrl].every(isOnTheWeb) &&
    tried.some(leavesOpen) &&
    (await mayOpen()),
  get: async (sought) => {
    await opened(sought, () => askFinder(sought.frame, 'open', sought.found.url, policyOf(sought)));
    return readParts(sought.frame, { from: 'opened', url: sought.found.url });
  },
};

/** What the background's own request may have met. Not among them: an answer that is no image, which might be somebody's inbox. */
const LEAVE_OPEN: readonly FailureKind[] = [
  'image-forbidden',
  'image-missing',
  'image-host-failed',
  'image-unreachable',
  'image-differs',
];

function leavesOpen({ way, failure }: Tried): boolean {
  return way === 'background' && LEAVE_OPEN.includes(failure.kind);
}

/** Firefox cannot keep a rule to images: there it is the person's choice. */
async function mayOpen(): Promise<boolean> {
  return !isFirefox() || (await readPreferences(await database())).openInFirefox;
}

function policyOf({ found }: Sought): string {
  return isReferrerPolicy(found.referrerPolicy) ? found.referrerPolicy : '';
}

async function opened(sought: Sought, request: () => Promise<unknown>): Promise<void> {
  const end = await openAddress({ url: sought.found.url, origin: await originOf(sought), tabId: sought.frame.tabId });
  try {
    // A page can keep its frame from answering; not the rule from ending.
    await Promise.race([request(), overdue()]);
  } finally {
    await end();
  }
}

/** The frame's own, where the browser says the same: a sandboxed frame is nobody's, and one that was left is another's. */
async function originOf({ frame, frameUrl }: Sought): Promise<string> {
  const view = await askFinder(frame, 'view');
  const { origin } = new URL(frameUrl);
  if (!isRecord(view) || view['origin'] !== origin) throw new Failure('image-unreachable');
  return origin;
}

function overdue(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Failure('image-too-slow')), LIMITS.openTime);
  });
}
