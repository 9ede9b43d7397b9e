import type { Subject } from '../protocol.ts';
import { elementOf } from './elements.ts';

/** The element, as long as it shows what it showed when it was found: a page may change it between a click and what follows. */
export function stillShown({ key, url }: Subject): Element | undefined {
  const element = elementOf(key);
  if (!element?.isConnected) return undefined;
  if (!(element instanceof HTMLImageElement)) return element;
  const isSame = (element.currentSrc || element.src) === url;
  return isSame && element.complete && element.naturalWidth > 0 ? element : undefined;
}
