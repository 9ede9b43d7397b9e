import { around, attribute } from '../dom.ts';
import { absolute } from './finder.ts';

export interface Link {
  readonly element: Element;
  /** Absolute, http(s). */
  readonly url: string;
}

/** The link that an element stands in, its shadow roots' hosts included. An `<area>` or SVG's `<a>` is one too. */
export function linkAround(element: Element): Link | undefined {
  for (const one of around(element, 64)) {
    if (!(one instanceof HTMLAnchorElement || one instanceof SVGAElement || one instanceof HTMLAreaElement)) continue;
    const url = absolute(attribute(one, 'href') || attribute(one, 'xlink:href'));
    return /^https?:/i.test(url) ? { element: one, url } : undefined;
  }
  return undefined;
}
