import { intersect, type Rect } from '../../core/rect.ts';
import type { Spot } from './layer.ts';

/** What is smaller, in CSS pixels, gets no ring: it would be nothing but ring. */
const LEAST = 20;

/** Where the ring of an element goes; nowhere while it is hidden, or too small. Asks for styles only where they are new. */
export class Spots {
  /** What cuts elements off, and how round they are: read once for each movement, since styles seldom change while things move. */
  #frames = new Map<Element, { readonly clips: readonly Element[]; readonly radius: string }>();

  forget(): void {
    this.#frames.clear();
  }

  of(element: Element): Spot | undefined {
    const box = element.getBoundingClientRect();
    if (Math.min(box.width, box.height) < LEAST || !isVisible(element)) return undefined;
    const frame = this.#frames.get(element) ?? { clips: clipsOf(element), radius: radiusOf(element) };
    this.#frames.set(element, frame);
    const seen = frame.clips.map((clip) => clip.getBoundingClientRect()).reduce<Rect>(intersect, box);
    if (Math.min(seen.width, seen.height) < LEAST / 2) return undefined;
    return { box, seen, radius: toPixels(frame.radius, box) };
  }
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function radiusOf(element: Element): string {
  return getComputedStyle(element).borderTopLeftRadius.split(' ')[0] ?? '0';
}

function toPixels(radius: string, { width, height }: Rect): number {
  const value = Number.parseFloat(radius) || 0;
  return radius.endsWith('%') ? (value / 100) * Math.min(width, height) : value;
}

/** The elements that cut it off: those around it that scroll or hide what overflows them. */
function clipsOf(element: Element): Element[] {
  const clips: Element[] = [];
  let position = getComputedStyle(element).position;
  for (let around = parentOf(element); around && !isRoot(around); around = parentOf(around)) {
    // What is fixed to the window is cut by nothing but that; what is absolute, only by what it is positioned in.
    if (position === 'fixed') break;
    const style = getComputedStyle(around);
    if (position === 'absolute' && style.position === 'static') continue;
    if (style.overflow !== 'visible' && style.display !== 'contents') clips.push(around);
    position = style.position;
  }
  return clips;
}

function isRoot(element: Element): boolean {
  return element === document.documentElement || element === document.body;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
