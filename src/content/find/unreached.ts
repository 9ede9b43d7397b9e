import { queryAll } from '../dom.ts';
import { shadowRootOf } from '../shadow-root.ts';
import { distanceTo, isCutAway, isVisible } from './visible.ts';

const IMAGES = 'img, image, video, canvas, object, embed, input[type=image], [style*="url("]';

/** Elements looked at one by one, whatever they are; of more, those alone that show images by what they are. */
const FEW = 200;

/** Images of one element whose rectangles are compared. */
const MOST = 5_000;

/**
 * Elements within one that stand at a point, or `slack` CSS pixels from it, and are not among those that the browser names
 * there: it passes by what has `pointer-events: none` (HARD-CASES.md, 2). The nearest and last drawn first.
 */
export function unreachedWithin(outer: Element, { x, y }: Point, known: ReadonlySet<Element>, slack = 0): Element[] {
  const near: { element: Element; distance: number }[] = [];
  for (const element of candidatesWithin(outer)) {
    const distance = known.has(element) ? undefined : distanceTo(element, x, y);
    if (distance !== undefined && distance <= slack) near.push({ element, distance });
  }
  return near
    .reverse()
    .sort((a, b) => a.distance - b.distance)
    .filter(({ element, distance }) => isVisible(element) && (distance > 0 || !isCutAway(element, x, y)))
    .map(({ element }) => element);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

function candidatesWithin(outer: Element): Element[] {
  const roots = [outer, shadowRootOf(outer)].filter((root) => root !== undefined);
  return roots.flatMap((root) => {
    const all = queryAll(root, '*');
    return all.length <= FEW ? [...all].flatMap(withInner) : [...queryAll(root, IMAGES)].slice(0, MOST);
  });
}

/** A shadow root within: its images are as unreachable as its host. */
function withInner(element: Element): Element[] {
  const root = shadowRootOf(element);
  return root ? [element, ...[...queryAll(root, '*')].slice(0, FEW)] : [element];
}
