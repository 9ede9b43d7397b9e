import { isImageFile, largerByHost } from '../../core/larger-hosts.ts';
import { attribute, parentOf } from '../dom.ts';
import { absolute, type Showing } from './finder.ts';
import type { Link } from './link.ts';

/** Where galleries and zooms keep the larger version. */
const ATTRIBUTES = [
  ...[
    'data-full',
    'data-full-src',
    'data-fullsrc',
    'data-full-url',
    'data-large',
    'data-large-src',
    'data-large_image',
  ],
  ...['data-large-file', 'data-orig-file', 'data-original', 'data-original-src', 'data-zoom', 'data-zoom-src'],
  ...['data-zoom-image', 'data-hires', 'data-high-res', 'data-highres', 'data-old-hires', 'data-big', 'data-pswp-src'],
  ...['data-mfp-src', 'data-fancybox-href', 'data-src', 'data-image', 'data-download-url'],
];

/** Addresses of one image that are looked at by who asked. */
const MOST = 6;

/** Addresses that may hold a larger version of what is shown, likeliest first. None has been asked for. */
export function largerThan({ url, element, larger }: Showing, link: Link | undefined): readonly string[] {
  const linked = link && isImageFile(link.url) ? [link.url] : [];
  const named = [element, element && parentOf(element), link?.element].flatMap((one) => (one ? namedBy(one) : []));
  const all = [...linked, ...larger, ...named].flatMap((one) => [...largerByHost(one), one]);
  const unique = new Set([...all, ...largerByHost(url)].filter((one) => one !== url && /^https?:/i.test(one)));
  return [...unique].slice(0, MOST);
}

function namedBy(element: Element): string[] {
  const urls = ATTRIBUTES.map((name) => absolute(attribute(element, name)));
  return urls.filter(isImageFile);
}
