import { attribute } from '../dom.ts';

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
  // Browsers keep a list by name; a selector would go through the whole page.
  const metas = [...Document.prototype.getElementsByTagName.call(document, 'meta')].slice(0, 200);
  const named = metas.filter((meta) => attribute(meta, 'name').toLowerCase() === 'referrer');
  const said = named.map((meta) => attribute(meta, 'content').slice(0, 40).trim().toLowerCase()).filter(Boolean);
  const policy = said.at(-1) ?? '';
  return OLDER[policy] ?? policy;
}
