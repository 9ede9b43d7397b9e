import { share } from './world.ts';

const hosts = share<WeakSet<Element>>('hosts');

/** What we draw on a page hangs below these: it is not the page's, and nobody means it. */
export function own(host: Element): void {
  const all = hosts.get() ?? new WeakSet();
  hosts.set(all.add(host));
}

export function isOwn(element: Element): boolean {
  return hosts.get()?.has(element) === true;
}
