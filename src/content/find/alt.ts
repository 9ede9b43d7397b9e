import { clip } from '../../core/limits.ts';
import { around, attribute } from '../dom.ts';

/** What says in words what an element shows: its own, else of what it dresses. */
export function altOf(element: Element): string {
  for (const one of around(element, 3)) {
    const words = attribute(one, 'alt') || attribute(one, 'aria-label') || (one === element ? svgTitle(one) : '');
    if (words.trim() !== '') return clip(words.slice(0, 10_000).trim());
    if (one instanceof HTMLImageElement) return clip(attribute(one, 'title').slice(0, 10_000).trim());
  }
  return clip(attribute(element, 'title').slice(0, 10_000).trim());
}

/** The words of an SVG's `<title>`, which stands as the first child of what it names. */
function svgTitle(element: Element): string {
  const first = element instanceof SVGElement ? element.firstElementChild : null;
  return first instanceof SVGTitleElement ? (first.textContent ?? '') : '';
}
