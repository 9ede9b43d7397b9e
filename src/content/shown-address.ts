import { baseOf, documentOf, typeOf } from './dom.ts';

/**
 * The address of what an image shows. Where it is a document of its own, that is the document's: Firefox names there, after a
 * redirect by `<meta>`, the page that sent the person.
 */
export function shownAddress(image: HTMLImageElement): string {
  const around = documentOf(image);
  return typeOf(around).startsWith('image/') ? baseOf(around) : image.currentSrc || image.src;
}
