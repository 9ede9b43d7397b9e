import type { Finder } from './chain.ts';

/** `<img>`, alone or in a `<picture>`, with or without `srcset`: `currentSrc` is what the person saw. */
export const findImg: Finder = (element) => {
  if (!(element instanceof HTMLImageElement)) return undefined;
  const url = element.currentSrc || element.src;
  if (url === '') return undefined;
  const { naturalWidth: width, naturalHeight: height, alt, referrerPolicy } = element;
  return { url, width, height, alt, referrerPolicy };
};
