import { nameOf } from './dom.ts';
import { isOwn } from './own-hosts.ts';

/** The elements of HTML that may have a shadow root (DOM, "valid shadow host name"), besides those named with a hyphen. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** Firefox gives closed roots to extensions by a member of the element, Chromium by a function. */
type MaybeHost = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** An element's shadow root, open or closed, unless it is one of ours. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  const name = nameOf(element);
  if (!(element instanceof HTMLElement) || !(HOSTS.has(name) || name.includes('-'))) return undefined;
  const closed = () => chrome.dom?.openOrClosedShadowRoot(element) ?? (element as MaybeHost).openOrClosedShadowRoot;
  if (isOwn(element)) return undefined;
  return element.shadowRoot ?? closed() ?? undefined;
}
