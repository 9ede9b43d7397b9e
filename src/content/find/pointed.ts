import { isSpacerAddress } from '../../core/spacer.ts';
import type { Pointed } from '../../protocol.ts';
import { bodyOf, isVisible, queryAll } from '../dom.ts';
import { elementsAt } from '../elements-at.ts';
import type { Glimpse } from '../glimpse.ts';
import { pointer, sight } from '../sight.ts';
import { shownBy } from './chain.ts';
import { absolute, type Showing, type Shown, showing } from './finder.ts';
import { targetOf } from './target.ts';
import { shownThen } from './then.ts';
import { Unreached } from './unreached.ts';
import type { Point } from './visible.ts';

/** What is at the place that the person meant. */
interface View {
  readonly elements: readonly Element[];
  readonly point?: Point;
  readonly glimpses: ReadonlyMap<Element, Glimpse>;
}

/** Images of one place that are compared; innermost elements within which the unreachable are always looked for. */
const MOST = { images: 12, inner: 3, anywhere: 5_000 };

/** How near an image has to be, in CSS pixels, when the pointer is on none. */
const NEAR = 16;

/** The images that a person may have meant, best first. */
export function findPointed(pointed: Pointed): readonly Showing[] {
  const view = viewOf(pointed);
  const there = ordered(view);
  const named = nameBy(pointed.srcUrl, there, view);
  return unique([...named, ...there]);
}

/** Where the person pointed: an old click counts for nothing but the address that the menu named. */
function viewOf(pointed: Pointed): View {
  const nothing = new Map<Element, Glimpse>();
  if (!pointed.live) return { elements: [], glimpses: nothing };
  const point = pointed.by === 'menu' ? sight.get() : pointer.get();
  const target = targetOf(pointed.targetElement);
  if (!point) return { elements: target ? [target] : hovered(), glimpses: nothing };
  const remembered = pointed.by === 'menu' ? sight.get() : undefined;
  const elements = remembered?.elements ?? elementsAt(point.x, point.y);
  const before = target && !elements.includes(target) ? [target] : [];
  return { elements: [...before, ...elements], point, glimpses: remembered?.glimpses ?? nothing };
}

/** The pointer has not moved since the page came. */
function hovered(): Element[] {
  return [...queryAll(document, ':hover')].reverse();
}

/** Everything at the place as it is drawn from the top down, what is seen before what is transparent. */
function ordered(view: View): Shown[] {
  const { elements, point, glimpses } = view;
  const there: Shown[] = [];
  const unreached = point && new Unreached(point, elements);
  const add = (element: Element) => there.push(...shownThen(element, glimpses.get(element)), ...shownBy(element));
  for (const [index, element] of elements.filter((one) => !isRoot(one)).entries()) {
    if (there.length >= MOST.images) break;
    if (index < MOST.inner || there.length === 0) unreached?.within(element).forEach(add);
    add(element);
  }
  const roots = elements.filter(isRoot);
  if (there.length === 0 && roots[0]) unreached?.within(roots[0], NEAR).forEach(add);
  roots.forEach(add);
  return [...there.filter((one) => wasSeen(one, view)), ...there.filter((one) => !wasSeen(one, view))];
}

/** When the person pressed; what has come since, now. */
function wasSeen({ element }: Shown, { glimpses }: View): boolean {
  return glimpses.get(element)?.visible ?? isVisible(element);
}

/** What a page has for a background is meant only where nothing else is near. */
function isRoot(element: Element): boolean {
  return element === bodyOf(document) || element instanceof HTMLHtmlElement;
}

/**
 * What shows the address that the menu named. It can be wrong (HARD-CASES.md): an image's relative address means another one
 * after `history.pushState`, and a page may have changed what the person pointed at. So it names an element there, of which what
 * it showed at the press comes first; else one anywhere; and alone it counts where nothing is known to be there. What nobody
 * could see is not meant where something else is seen: of slides that fade into one another the menu names the topmost.
 */
function nameBy(srcUrl: string, there: readonly Shown[], view: View): readonly Showing[] {
  const address = absolute(srcUrl);
  if (address === '') return [];
  const named = there.find((shown) => isNamed(shown, address));
  if (named && !wasSeen(named, view) && there.some((one) => wasSeen(one, view))) return [];
  if (named) return there.filter(({ element }) => element === named.element);
  const elsewhere = shownAnywhere(address);
  if (elsewhere) return elsewhere;
  return there.length > 0 || isSpacerAddress(address) ? [] : showing(address);
}

function isNamed({ url, element }: Shown, address: string): boolean {
  return url === address || (element instanceof HTMLImageElement && element.src === address);
}

/** What shows an address anywhere in the frame: nothing of it where that is a spacer, `undefined` where no image has it. */
function shownAnywhere(address: string): readonly Shown[] | undefined {
  let isThere = false;
  for (const element of [...queryAll(document, 'img, video, image, input[type=image]')].slice(0, MOST.anywhere)) {
    if (element instanceof HTMLImageElement && element.currentSrc !== address && element.src !== address) continue;
    const shown = shownBy(element).filter((one) => isNamed(one, address));
    if (shown.length > 0) return shown;
    isThere ||= element instanceof HTMLImageElement;
  }
  return isThere ? [] : undefined;
}

function unique(all: readonly Showing[]): Showing[] {
  const seen = new Set<string>();
  return all.filter(({ url }) => url === '' || (!seen.has(url) && seen.add(url)));
}
