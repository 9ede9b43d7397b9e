import { intersect, type Rect, without } from '../../core/rect.ts';
import { ancestorsOf } from '../rendering.ts';
import type { Cover } from './covers.ts';
import type { Spot } from './layer.ts';

/** What is smaller, in CSS pixels, gets no ring: it would be nothing but ring. */
const LEAST = 20;

/** What the page makes of an element. */
interface Setting {
  readonly around: ReadonlySet<Element>;
  readonly clips: readonly Element[];
  readonly radius: string;
}

/** Where the ring of an element goes; nowhere while it is hidden, or too small. */
export class Spots {
  /** Read once for each movement: styles seldom change while things move. */
  readonly #settings = new Map<Element, Setting>();

  forget(): void {
    this.#settings.clear();
  }

  of(element: Element, covers: readonly Cover[]): Spot | undefined {
    const box = rectOf(element);
    if (Math.min(box.width, box.height) < LEAST || !isVisible(element)) return undefined;
    const { around, clips, radius } = this.#settingOf(element);
    const inside = clips.map(rectOf).reduce<Rect>(intersect, box);
    const above = covers.filter((cover) => !around.has(cover.element));
    const seen = above.reduce((left, { rect }) => without(left, rect), inside);
    if (Math.min(seen.width, seen.height) < LEAST / 2) return undefined;
    return { box, seen, radius: toPixels(radius, box) };
  }

  #settingOf(element: Element): Setting {
    const known = this.#settings.get(element);
    if (known) return known;
    const around = ancestorsOf(element);
    const radius = getComputedStyle(element).borderTopLeftRadius.split(' ')[0] ?? '0';
    const setting = { around: new Set(around), clips: clipsOf(around), radius };
    this.#settings.set(element, setting);
    return setting;
  }
}

/** A DOMRect's values are not its own: it cannot be spread. */
function rectOf(element: Element): Rect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function toPixels(radius: string, { width, height }: Rect): number {
  const value = Number.parseFloat(radius) || 0;
  return radius.endsWith('%') ? (value / 100) * Math.min(width, height) : value;
}

/** Those that cut it off: they scroll, or hide what overflows them. What the document itself hides is out of the window. */
function clipsOf([element, ...around]: readonly Element[]): Element[] {
  let position = element ? getComputedStyle(element).position : '';
  return around.filter((ancestor) => {
    const style = getComputedStyle(ancestor);
    // What is fixed is cut by nothing but the window; what is absolute, by what it is positioned in and all around that.
    if (position === 'fixed' || (position === 'absolute' && style.position === 'static')) return false;
    position = style.position;
    const isRoot = ancestor === document.documentElement || ancestor === document.body;
    return !isRoot && style.overflow !== 'visible' && style.display !== 'contents';
  });
}
