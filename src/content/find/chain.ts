import { findBackground } from './background.ts';
import { findBeforeAfter } from './before-after.ts';
import { findBorderImage } from './border-image.ts';
import { findCanvas } from './canvas.ts';
import { findContent } from './content.ts';
import type { Finder, Shown } from './finder.ts';
import { findImageDocument } from './image-document.ts';
import { findImageMap } from './image-map.ts';
import { findImg } from './img.ts';
import { findInputImage } from './input-image.ts';
import { findListStyleImage } from './list-style-image.ts';
import { findMaskImage } from './mask-image.ts';
import { findPlugin } from './plugin.ts';
import { findSvgImage } from './svg-image.ts';
import { findVideo } from './video.ts';

/** In the order of how sure they are: what an element is, then what it is dressed in, as it is drawn from the top down. */
const FINDERS: readonly Finder[] = [
  ...[findContent, findImg, findSvgImage, findInputImage, findVideo, findCanvas, findPlugin, findImageMap],
  ...[findImageDocument, findBeforeAfter, findBackground, findBorderImage, findListStyleImage, findMaskImage],
];

/** Everything that an element shows; where it is another that shows it, that one is named. */
export function shownBy(element: Element): readonly Shown[] {
  return FINDERS.flatMap((find) => find(element)).map((shown) => ({ element, ...shown }));
}
