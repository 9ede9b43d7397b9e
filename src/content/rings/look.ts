import { shadowRootOf } from '../shadow-root.ts';
import { mayShow } from './shown.ts';

interface Finder {
  /** An element that may show an image: at first, and whenever one comes. */
  found(element: Element): void;
  /** Elements came or went, or an image was loaded. */
  changed(): void;
}

/** Looks through a page for what may show images, shadow roots included, in slices while the page has nothing to do. */
export function lookThrough(page: Document, { found, changed }: Finder, signal: AbortSignal): void {
  const waiting = new Set<Node>();
  let steps: Iterator<Element> | undefined;

  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) visit(node);
    changed();
  });

  const open = (root: Document | ShadowRoot) => {
    observer.observe(root, { childList: true, subtree: true });
    // An image's load reaches no listener outside its own tree.
    root.addEventListener('load', changed, { capture: true, passive: true, signal });
    visit(root);
  };

  const visit = (node: Node) => {
    waiting.add(node);
    if (steps) return;
    steps = elementsOf(waiting);
    requestIdleCallback(work);
  };

  const work = (idle: IdleDeadline) => {
    while (steps && !signal.aborted && idle.timeRemaining() > 1) {
      const { done, value } = steps.next();
      if (done) steps = undefined;
      else if (mayShow(value)) found(value);
      const inner = value && shadowRootOf(value);
      if (inner) open(inner);
    }
    if (steps && !signal.aborted) requestIdleCallback(work);
  };

  open(page);
  signal.addEventListener('abort', () => observer.disconnect());
}

function* elementsOf(waiting: Set<Node>): Generator<Element, undefined> {
  for (const root of waiting) {
    waiting.delete(root);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node; node = walk.nextNode()) if (node instanceof Element) yield node;
  }
}
