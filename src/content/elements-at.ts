import { shadowRootOf } from './shadow-root.ts';

/** Elements below a point that are looked at: a page can stack thousands. */
const MOST = 64;

/** Every element at a point of the frame's viewport, the topmost first, shadow roots opened. */
export function elementsAt(x: number, y: number): readonly Element[] {
  const found = new Set<Element>();
  const opened = new Set<Document | ShadowRoot>();
  const gather = (root: Document | ShadowRoot) => {
    opened.add(root);
    const owner = root instanceof Document ? Document : ShadowRoot;
    for (const element of owner.prototype.elementsFromPoint.call(root, x, y)) {
      if (found.size >= MOST) return;
      const inner = found.has(element) ? undefined : shadowRootOf(element);
      if (inner && !opened.has(inner) && opened.size < MOST) gather(inner);
      found.add(element);
    }
  };
  gather(document);
  return [...found];
}
