import { share } from './world.ts';

/**
 * Elements that the background may ask about again, by the key it was told: of the finder, and of what is drawn over them. Weak:
 * a page's element may go at any time.
 */
const shared = share<Map<string, Known>>('elements');

interface Known {
  readonly element: WeakRef<Element>;
  /** What it showed when it was named. */
  readonly source: string;
}

const keys = new WeakMap<Element, string>();

export function keyOf(element: Element): string {
  const known = shared.get() ?? new Map<string, Known>();
  shared.set(known);
  const key = keys.get(element) ?? `image ${known.size + 1}`;
  keys.set(element, key);
  known.set(key, { element: new WeakRef(element), source: sourceOf(element) });
  return key;
}

export function elementOf(key: string): Element | undefined {
  return shared.get()?.get(key)?.element.deref();
}

/** Whether an element shows something else than when it was named: a page's slides go on. */
export function hasChanged(key: string, element: Element): boolean {
  return shared.get()?.get(key)?.source !== sourceOf(element);
}

function sourceOf(element: Element): string {
  return element instanceof HTMLImageElement || element instanceof HTMLVideoElement
    ? element.currentSrc || element.src
    : '';
}
