import { isSpacerAddress } from '../../core/spacer.ts';
import { parseSrcset } from '../../core/srcset.ts';
import { attribute } from '../dom.ts';
import { absolute } from './finder.ts';

/** Where lazy loaders keep what they will show, likeliest first. */
const ADDRESSES = [
  ...['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-lazyload', 'data-original-src', 'data-echo'],
  ...[
    'data-defer-src',
    'data-actualsrc',
    'data-img-src',
    'data-img',
    'data-image',
    'data-url',
    'data-hires',
    'data-src-retina',
  ],
];
const SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-bgset'];
const BACKGROUNDS = [
  ...['data-bg', 'data-background', 'data-background-image', 'data-bg-src', 'data-bg-image', 'data-lazy-bg'],
  ...['data-lazy-background', 'data-image-src'],
];

/** The addresses that an element keeps for later; not what can be no image's. */
export function lazyAddresses(element: Element): readonly string[] {
  return unique([...written(element, ADDRESSES), ...fromSets(element)]);
}

export function lazyBackgrounds(element: Element): readonly string[] {
  const values = BACKGROUNDS.map((name) => attribute(element, name));
  return unique(values.map((value) => absolute(/^\s*url\(\s*['"]?(.*?)['"]?\s*\)/i.exec(value)?.[1] ?? value)));
}

/** `<noscript>` beside a placeholder holds the image itself, as text that nobody parsed. */
export function noscriptAddresses(element: Element): readonly string[] {
  const beside = [element.nextElementSibling, element.previousElementSibling, ...element.children];
  const found = beside.find((one) => one instanceof HTMLElement && one.localName === 'noscript');
  const text = found?.textContent ?? '';
  if (!text.includes('<img') || text.length > MOST_TEXT) return [];
  const image = new DOMParser().parseFromString(text, 'text/html').querySelector('img');
  if (!image) return [];
  return unique([absolute(attribute(image, 'src')), ...largestFirst(attribute(image, 'srcset'))]);
}

const MOST_TEXT = 20_000;

function written(element: Element, names: readonly string[]): string[] {
  return names.map((name) => absolute(looksLikeAddress(attribute(element, name))));
}

function fromSets(element: Element): string[] {
  const sources =
    element.parentElement instanceof HTMLPictureElement ? [...element.parentElement.children].slice(0, 16) : [];
  return [element, ...sources].flatMap((one) => SETS.flatMap((name) => largestFirst(attribute(one, name))));
}

function largestFirst(srcset: string): string[] {
  const size = (candidate: { width?: number; density?: number }) => candidate.width ?? candidate.density ?? 1;
  return [...parseSrcset(srcset)].sort((a, b) => size(b) - size(a)).map(({ url }) => absolute(url));
}

/** A loader's attribute can hold a number, a name or JSON as well. */
function looksLikeAddress(value: string): string {
  return /^\s*(data:image\/|[^\s{}[\]<>]*[/.][^\s{}[\]<>]*\s*$)/i.test(value.slice(0, 8_000)) ? value : '';
}

function unique(urls: readonly string[]): string[] {
  return [...new Set(urls)].filter((url) => url !== '' && !isSpacerAddress(url));
}
