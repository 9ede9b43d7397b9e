import { isVisible, queryAll } from '../dom.ts';
import { shadowRootOf } from '../shadow-root.ts';
import { distanceTo, isCutAway, type Point } from './visible.ts';

const IMAGES = 'img, image, video, canvas, object, embed, input[type=image]';

/**
 * Elements that are looked at one by one, whatever they are; where there are more, those alone that show images by what they
 * are. Images that are measured, and that are taken.
 */
const MOST = { few: 200, images: 5_000, taken: 12 };

/**
 * Looks for what stands at one point though the browser does not name it there: it passes by what has `pointer-events: none`
 * (HARD-CASES.md, 2). Each element is measured once, however many ask for what is within them.
 */
export class Unreached {
  readonly #distances = new Map<Element, number>();
  readonly #taken: Set<Element>;
  readonly #point: Point;

  constructor(point: Point, named: Iterable<Element>) {
    this.#point = point;
    this.#taken = new Set(named);
  }

  /** Elements within one, at the point or `slack` CSS pixels from it; the nearest first, then the last drawn. None comes twice. */
  within(outer: Element, slack = 0): readonly Element[] {
    const near = candidatesWithin(outer).filter((one) => this.#distance(one) <= slack && !this.#taken.has(one));
    const ordered = near.reverse().sort((a, b) => this.#distance(a) - this.#distance(b));
    const seen = ordered.filter((one) => this.#isSeen(one)).slice(0, MOST.taken);
    for (const one of seen) this.#taken.add(one);
    return seen;
  }

  #distance(element: Element): number {
    const known = this.#distances.get(element);
    if (known !== undefined) return known;
    const distance = distanceTo(element, this.#point);
    this.#distances.set(element, distance);
    return distance;
  }

  #isSeen(element: Element): boolean {
    return isVisible(element) && (this.#distance(element) > 0 || !isCutAway(element, this.#point));
  }
}

function candidatesWithin(outer: Element): readonly Element[] {
  const roots = [outer, shadowRootOf(outer)].filter((root) => root !== undefined);
  return roots.flatMap((root) => fewWithin(root) ?? [...queryAll(root, IMAGES)].slice(0, MOST.images));
}

/** All elements, those of shadow roots too, where they are few. */
function fewWithin(root: Element | ShadowRoot): readonly Element[] | undefined {
  const found: Element[] = [];
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node instanceof Element; node = walker.nextNode()) {
    if (found.length >= MOST.few) return undefined;
    const inner = shadowRootOf(node);
    found.push(node, ...(inner ? [...queryAll(inner, '*')].slice(0, MOST.few) : []));
  }
  return found;
}
