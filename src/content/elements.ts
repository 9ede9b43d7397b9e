/** Elements that the background may ask about again, by the key it was told. Weak: a page's element may go at any time. */
const known = new Map<string, WeakRef<Element>>();
const keys = new WeakMap<Element, string>();

export function keyOf(element: Element): string {
  const key = keys.get(element) ?? `image ${known.size + 1}`;
  keys.set(element, key);
  known.set(key, new WeakRef(element));
  return key;
}

export function elementOf(key: string): Element | undefined {
  return known.get(key)?.deref();
}
