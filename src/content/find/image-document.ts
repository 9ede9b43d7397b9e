import { bodyOf, documentOf, typeOf } from '../dom.ts';
import type { Finder } from './finder.ts';
import { findImg } from './img.ts';

/** An image opened as its own document: wherever the pointer is, the image is meant. */
export const findImageDocument: Finder = (element) => {
  const alone = documentOf(element);
  if (!typeOf(alone).startsWith('image/')) return [];
  const image = bodyOf(alone)?.firstElementChild;
  if (image) return image === element ? [] : findImg(image).map((shown) => ({ element: image, ...shown }));
  // An SVG is a document of its own elements.
  return [{ kind: 'image', url: location.href, width: 0, height: 0, decoded: false, larger: [] }];
};
