import { findImageDocument } from './image-document.ts';
import { findImg } from './img.ts';

/** An image as an element shows it. Sizes are natural, in CSS pixels. */
export interface Shown {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly referrerPolicy: string;
}

/** Finds the image that an element stands for, if it is of the one kind the finder knows. */
export type Finder = (element: Element) => Shown | undefined;

/** In the order of how sure they are. */
const FINDERS: readonly Finder[] = [findImg, findImageDocument];

/** The first finder's word. */
export function findShown(element: Element): Shown | undefined {
  for (const find of FINDERS) {
    const shown = find(element);
    if (shown) return shown;
  }
  return undefined;
}
