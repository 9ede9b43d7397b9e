/** The values of the `referrerpolicy` attribute (W3C Referrer Policy, section 3). */
const POLICIES = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
] as const;

type ReferrerPolicy = (typeof POLICIES)[number];

export function isReferrerPolicy(value: string): value is ReferrerPolicy {
  return POLICIES.some((known) => known === value);
}

interface Address {
  readonly origin: string;
  readonly secure: boolean;
}

/** Characters of an address that is sent whole (section 8.3, step 6). */
const LONGEST = 4_096;

const HTTP = /^(https?):\/\/([^/?#@]+)(?=[/?#]|$)/i;

function addressOf(url: string): Address | undefined {
  const [, scheme, host] = HTTP.exec(url) ?? [];
  if (!scheme || !host) return undefined;
  return { origin: `${scheme}://${host}`.toLowerCase(), secure: scheme.toLowerCase() === 'https' };
}

/**
 * The `Referer` that the page itself would have sent for an image, by W3C Referrer Policy, section 8.3.
 *
 * @param policy the element's `referrerpolicy`; anything unknown or empty counts as the browsers' default
 * @returns `undefined` where none is sent
 */
export function refererFor(pageUrl: string, imageUrl: string, policy = ''): string | undefined {
  const page = addressOf(pageUrl);
  const image = addressOf(imageUrl);
  if (!page || !image) return undefined;
  const origin = `${page.origin}/`;
  const whole = pageUrl.replace(/#.*$/, '');
  const full = whole.length > LONGEST ? origin : whole;
  const sameOrigin = page.origin === image.origin;
  const downgrade = page.secure && !image.secure;
  const table: Record<ReferrerPolicy, string | undefined> = {
    'no-referrer': undefined,
    'no-referrer-when-downgrade': downgrade ? undefined : full,
    'same-origin': sameOrigin ? full : undefined,
    origin,
    'strict-origin': downgrade ? undefined : origin,
    'origin-when-cross-origin': sameOrigin ? full : origin,
    'strict-origin-when-cross-origin': sameOrigin ? full : downgrade ? undefined : origin,
    'unsafe-url': full,
  };
  return table[POLICIES.find((known) => known === policy) ?? 'strict-origin-when-cross-origin'];
}
