import type { Found } from '../../core/found.ts';
import { parentOf, rectOf } from '../dom.ts';
import { shadowRootOf } from '../shadow-root.ts';
import { shownBy } from './chain.ts';
import { describe } from './describe.ts';
import { lazyAddresses } from './lazy.ts';

/** Ms of one task, well below the 50 that a page is felt to stand still for; elements and images of one frame. */
const MOST = { task: 8, elements: 200_000, images: 5_000, depth: 64 };

/** All images of the frame, the shorter side `least` CSS pixels or more, in document order, each address once. */
export async function listImages(least: number): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  let looked = 0;
  let begun = performance.now();
  for (const element of elementsIn(document)) {
    if (++looked > MOST.elements || found.size >= MOST.images) break;
    if (performance.now() - begun > MOST.task) {
      await nextTask();
      begun = performance.now();
    }
    if (!element.isConnected || !mayBeListed(element, least)) continue;
    for (const shown of shownBy(element)) {
      const name = shown.kind === 'image' ? shown.url : `element ${looked}`;
      if (!found.has(name)) found.set(name, describe(shown));
    }
  }
  return [...found.values()];
}

/** In document order, shadow roots after their hosts. */
function* elementsIn(root: Document | ShadowRoot, depth = 0): Generator<Element> {
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Element)) continue;
    yield node;
    const inner = depth < MOST.depth ? shadowRootOf(node) : undefined;
    if (inner) yield* elementsIn(inner, depth + 1);
  }
}

/** Large enough; or an image without a size yet, since it was not loaded. */
function mayBeListed(element: Element, least: number): boolean {
  const { width, height } = rectOf(element);
  if (Math.min(width, height) >= least) return isDrawn(element);
  return Math.min(width, height) <= 2 && isWaiting(element);
}

function isDrawn(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

/** Only when it is loaded will it have a size; Chromium gives one without `src` and words no box, so its parent's counts. */
function isWaiting(element: Element): boolean {
  if (!(element instanceof HTMLImageElement) || lazyAddresses(element).length === 0) return false;
  const parent = parentOf(element);
  return parent !== undefined && isDrawn(parent) && getComputedStyle(element).display !== 'none';
}

/** A message to oneself: timers are slowed down, in pages that nobody sees by a second and more. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
