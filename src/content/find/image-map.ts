import { queryAll, rectOf, treeOf } from '../dom.ts';
import type { Finder } from './finder.ts';
import { findImg } from './img.ts';

/** Images of one page that use a map and are looked at. */
const MOST = 64;

/** An `<area>` stands for the image that uses its map (HTML, "image map processing model"). */
export const findImageMap: Finder = (element) => {
  const map = element instanceof HTMLAreaElement ? element.closest('map') : null;
  const root = element instanceof HTMLAreaElement ? treeOf(element) : undefined;
  if (!map || !(root instanceof Document || root instanceof ShadowRoot)) return [];
  const images = [...queryAll(root, 'img[usemap]')].slice(0, MOST).filter((image) => image instanceof HTMLImageElement);
  const image = images.find(({ useMap }) => useMap === `#${map.name}` || useMap === `#${map.id}`);
  return image && rectOf(image).width > 0 ? findImg(image).map((shown) => ({ element: image, ...shown })) : [];
};
