import { attribute, queryAll, treeOf } from '../dom.ts';
import { type Finder, type Showing, showing } from './finder.ts';

/** An SVG's `<image>`: pointed at, drawn again by `<use>`, or filling a shape as a pattern. */
export const findSvgImage: Finder = (element) => {
  if (!(element instanceof SVGElement)) return [];
  if (element instanceof SVGImageElement) return showing(addressOf(element));
  return imagesIn(referredBy(element)).flatMap((image) =>
    showing(addressOf(image)).map((shown): Showing => ({ ...shown, element: image })),
  );
};

const XLINK = 'http://www.w3.org/1999/xlink';

/** `href`, else its older form. */
function addressOf(element: Element): string {
  return attribute(element, 'href') || (element.getAttributeNS(XLINK, 'href') ?? '');
}

function referredBy(element: SVGElement): Element | undefined {
  const [, id = ''] = /^(?:.*#|url\("?#)([^")]+)/.exec(referenceOf(element)) ?? [];
  if (id === '') return undefined;
  const root = treeOf(element);
  const named =
    root instanceof Document || root instanceof ShadowRoot ? queryAll(root, `#${CSS.escape(id)}`)[0] : undefined;
  return named instanceof SVGElement ? named : undefined;
}

function referenceOf(element: SVGElement): string {
  if (element instanceof SVGUseElement) return addressOf(element).slice(0, 1_000);
  return element instanceof SVGGeometryElement ? getComputedStyle(element).fill.slice(0, 1_000) : '';
}

function imagesIn(element: Element | undefined): SVGImageElement[] {
  if (element instanceof SVGImageElement) return [element];
  const inner = element ? [...queryAll(element, 'image')].slice(0, 4) : [];
  return inner.filter((one) => one instanceof SVGImageElement);
}
