import { attribute, queryAll } from '../dom.ts';

/** Names of the time before the standard's (HTML, "meta referrer"). */
const OLDER: Readonly<Record<string, string>> = {
  never: 'no-referrer',
  always: 'unsafe-url',
  default: 'strict-origin-when-cross-origin',
  'origin-when-crossorigin': 'origin-when-cross-origin',
};

/** The policy in force as far as a script can see it: the element's own, else its document's, unless a header set that. */
export function referrerPolicyFor(element: Element | undefined): string {
  const own = element ? attribute(element, 'referrerpolicy').trim().toLowerCase() : '';
  return own.slice(0, 40) || documentPolicy();
}

/** The last `<meta name="referrer">` that says something counts. */
function documentPolicy(): string {
  const metas = [...queryAll(document, 'meta[name="referrer" i]')].slice(-16);
  const named = metas.map((meta) => attribute(meta, 'content').trim().toLowerCase().slice(0, 40)).filter(Boolean);
  const [policy = ''] = named.reverse();
  return OLDER[policy] ?? policy;
}
