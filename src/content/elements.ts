import { share } from './world.ts';

/**
 * Elements that the background may ask about again, by the key it was told: of the finder, and of what is drawn over them. Weak:
 * a page's element may go at any time.
 */
const shared = share<Map<string, WeakRef<Element>>>('elements');
const keys = new WeakMap<Element, string>();

export function keyOf(element: Element): string {
  const known = shared.get() ?? new Map<string, WeakRef<Element>>();
  shared.set(known);
  const key = keys.get(element) ?? `image ${known.size + 1}`;
  keys.set(element, key);
  known.set(key, new WeakRef(element));
  return key;
}

export function elementOf(key: string): Element | undefined {
  return shared.get()?.get(key)?.deref();
}
