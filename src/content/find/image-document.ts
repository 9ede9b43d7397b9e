import type { Finder } from './chain.ts';
import { findImg } from './img.ts';

/** An image opened as its own document: wherever the pointer is, the image is meant. */
export const findImageDocument: Finder = (element) => {
  const { contentType, body } = element.ownerDocument;
  const image = body?.firstElementChild;
  if (!contentType.startsWith('image/') || !image) return undefined;
  return findImg(image);
};
