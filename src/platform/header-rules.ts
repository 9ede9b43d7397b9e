import browser from 'webextension-polyfill';
import { wakeAt, wakeNoMore } from './alarms.ts';
import { isFirefox } from './which.ts';

interface Rule {
  readonly id: number;
  readonly action: object;
  readonly condition: object;
}

/** Chrome's `declarativeNetRequest` has no types in the polyfill; both browsers have this much of it (Firefox 113). */
interface SessionRules {
  getSessionRules(): Promise<Rule[]>;
  updateSessionRules(change: { addRules?: Rule[]; removeRuleIds?: number[] }): Promise<void>;
}

const rules = () => (browser as unknown as { declarativeNetRequest: SessionRules }).declarativeNetRequest;

/** Those that this background added and has yet to end. Dies with it: whatever is not in here was left behind. */
const standing = new Set<number>();

type End = () => Promise<void>;

/**
 * Sends `referer` with our own request for exactly `url`, and with no other: a rule without an address leaked headers to
 * another host's request in a trial (HARD-CASES.md, b).
 *
 * @returns ends it
 */
export function sendReferer(url: string, referer: string): Promise<End> {
  const header = { header: 'referer', operation: 'set', value: referer };
  return begin(
    { type: 'modifyHeaders', requestHeaders: [header] },
    {
      ...exactly(url),
      resourceTypes: ['xmlhttprequest', 'other'],
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      tabIds: [-1],
    },
  );
}

/** A page's frame that shall be able to read one address (way c). */
export interface Opening {
  readonly url: string;
  /** Of the frame. */
  readonly origin: string;
  readonly tabId: number;
}

/** A rule that nobody ended, because the background died, is swept this much later, in ms: Chromium's alarms come no sooner. */
const OPEN_AT_MOST = 30_000;

/**
 * Lets a frame read the answer for exactly one address, for as long as it takes. In Chromium, of images alone; Firefox refuses
 * that condition (153: "Unexpected property responseHeaders").
 *
 * @returns ends it
 */
export async function openAddress({ url, origin, tabId }: Opening): Promise<End> {
  // Before the rule: a death between the two leaves an alarm without a rule, not a rule without an alarm.
  await wakeAt('rules', Date.now() + OPEN_AT_MOST);
  const headers = [
    { header: 'access-control-allow-origin', operation: 'set', value: origin },
    { header: 'access-control-allow-credentials', operation: 'set', value: 'true' },
  ];
  const images = { responseHeaders: [{ header: 'content-type', values: ['image/*'] }] };
  const end = await begin(
    { type: 'modifyHeaders', responseHeaders: headers },
    {
      ...exactly(url),
      resourceTypes: ['xmlhttprequest'],
      initiatorDomains: [new URL(origin).hostname],
      tabIds: [tabId],
      ...(isFirefox() ? {} : images),
    },
  );
  return () => end().finally(() => standing.size === 0 && wakeNoMore('rules'));
}

async function begin(action: object, condition: object): Promise<End> {
  const [id = 1] = crypto.getRandomValues(new Uint32Array(1)).map((random) => (random % 2_000_000_000) + 1);
  standing.add(id);
  const rule = { id, action, condition: { isUrlFilterCaseSensitive: true, requestMethods: ['get'], ...condition } };
  await rules().updateSessionRules({ addRules: [rule] });
  return async () => {
    await rules().updateSessionRules({ removeRuleIds: [id] });
    standing.delete(id);
  };
}

/** Ends whatever rules a background that died has left standing. */
export async function sweepRules(): Promise<void> {
  const left = (await rules().getSessionRules()).filter(({ id }) => !standing.has(id));
  if (left.length > 0) await rules().updateSessionRules({ removeRuleIds: left.map(({ id }) => id) });
}

/** A plain filter has no limit of length, but gives `*`, `^` and `|` a meaning: an address with these needs a pattern. */
function exactly(url: string): { urlFilter: string } | { regexFilter: string } {
  const address = url.replace(/#.*$/s, '');
  return /[*^|]/.test(address)
    ? { regexFilter: `^${address.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$` }
    : { urlFilter: `|${address}|` };
}
