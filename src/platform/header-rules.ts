import browser from 'webextension-polyfill';

/** Chrome's `declarativeNetRequest` has no types in the polyfill; both browsers have this much of it (Firefox 113). */
interface SessionRules {
  getSessionRules(): Promise<{ id: number }[]>;
  updateSessionRules(change: { addRules?: unknown[]; removeRuleIds?: number[] }): Promise<void>;
}

const rules = () => (browser as unknown as { declarativeNetRequest: SessionRules }).declarativeNetRequest;

/**
 * Sends `referer` with our own request for exactly `url`, and with no other: a rule without an address leaked headers to
 * another host's request in a trial (HARD-CASES.md, b).
 *
 * @returns ends it
 */
export async function sendReferer(url: string, referer: string): Promise<() => Promise<void>> {
  const [id = 1] = crypto.getRandomValues(new Uint32Array(1)).map((random) => (random % 2_000_000_000) + 1);
  const header = { header: 'referer', operation: 'set', value: referer };
  await rules().updateSessionRules({
    addRules: [
      {
        id,
        action: { type: 'modifyHeaders', requestHeaders: [header] },
        condition: {
          ...exactly(url),
          isUrlFilterCaseSensitive: true,
          requestMethods: ['get'],
          resourceTypes: ['xmlhttprequest', 'other'],
          initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
          tabIds: [-1],
        },
      },
    ],
  });
  return () => rules().updateSessionRules({ removeRuleIds: [id] });
}

/** Ends whatever rules a background that died has left standing. */
export async function sweepRules(): Promise<void> {
  const left = await rules().getSessionRules();
  if (left.length > 0) await rules().updateSessionRules({ removeRuleIds: left.map(({ id }) => id) });
}

/** A plain filter has no limit of length, but gives `*`, `^` and `|` a meaning: an address with these needs a pattern. */
function exactly(url: string): { urlFilter: string } | { regexFilter: string } {
  return /[*^|]/.test(url)
    ? { regexFilter: `^${url.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$` }
    : { urlFilter: `|${url}|` };
}
