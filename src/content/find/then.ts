import { isSpacerAddress } from '../../core/spacer.ts';
import { type Glimpse, glimpse } from '../glimpse.ts';
import { shownByValue } from './css-value.ts';
import { type Shown, showing } from './finder.ts';

/** What an element showed when the person pointed, where it shows something else by now (HARD-CASES.md, 7). */
export function shownThen(element: Element, then: Glimpse | undefined): readonly Shown[] {
  if (!then) return [];
  const now = glimpse(element);
  const hasChanged = then.address !== now.address && !isSpacerAddress(then.address) && !isPreview(then, now);
  const addresses = hasChanged ? showing(then.address, { decoded: then.width > 0 }) : [];
  const styles = then.styles.flatMap((value, index) => (value === now.styles[index] ? [] : shownByValue(value)));
  return [...addresses, ...styles].map((shown) => ({ ...shown, element }));
}

/** A loader had put a few pixels there, and the image has come in the meantime. */
function isPreview(then: Glimpse, now: Glimpse): boolean {
  return then.width > 0 && then.width <= 64 && now.width >= 4 * then.width;
}
