import { attribute } from '../dom.ts';
import { type Finder, showing } from './finder.ts';

/** Addresses that say themselves that they are no image's. */
const OTHERS = /\.(html?|pdf|swf|php|txt|xml|mp[34]|webm|ogg|jar|class)([?#]|$)/i;

/** `<object>` and `<embed>`, where they hold an image by their type, or may by their address. */
export const findPlugin: Finder = (element) => {
  if (!(element instanceof HTMLObjectElement || element instanceof HTMLEmbedElement)) return [];
  const address = attribute(element, element instanceof HTMLObjectElement ? 'data' : 'src');
  const type = attribute(element, 'type');
  const isImage = type === '' ? !OTHERS.test(address.slice(0, 8_192)) : /^\s*image\//i.test(type);
  return isImage ? showing(address) : [];
};
