import type { Subject } from '../protocol.ts';
import { elementOf } from './elements.ts';
import { shownAddress } from './shown-address.ts';

/** The element, as long as it shows what it showed when it was found: a page may change it between a click and what follows. */
export function stillShown({ key, url }: Subject): Element | undefined {
  const element = elementOf(key);
  if (!element?.isConnected) return undefined;
  if (!(element instanceof HTMLImageElement)) return element;
  const isSame = shownAddress(element) === url;
  return isSame && element.naturalWidth > 0 ? element : undefined;
}

/** Whether all of it has come. Of a stream it never has. */
export function hasCome(element: Element): boolean {
  return !(element instanceof HTMLImageElement) || element.complete;
}
