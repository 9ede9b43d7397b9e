import { intersect, type Rect, shareOf } from '../core/rect.ts';
import type { Place, Subject } from '../protocol.ts';
import { isCovered } from './covered.ts';
import { isHidden } from './dom.ts';
import { imageBox } from './image-box.ts';
import { ancestorsOf, clipOf, isPlain, isUpright } from './rendering.ts';
import { hasCome, stillShown } from './still-shown.ts';

/** What is thinner than this, in CSS pixels, is not looked at. */
const LEAST = 8;

/** Where an image is seen, and how much of it; nothing where it is out of sight or turned. */
export function placeOf(subject: Subject): Place | undefined {
  const element = stillShown(subject);
  if (!element || isHidden() || (visualViewport?.scale ?? 1) !== 1) return undefined;
  const above = ancestorsOf(element);
  if (!above.every(isUpright)) return undefined;
  const { image, frame, exact } = imageBox(element);
  const meant = intersect(image, frame);
  const seen = [viewport(), ...above.slice(1).map(clipOf)].reduce(intersect, meant);
  if (seen.width < LEAST || seen.height < LEAST) return undefined;
  const free = !isCovered(element, seen);
  const whole = free && meant.width - seen.width < 1 && meant.height - seen.height < 1;
  return {
    ...seen,
    part: shareOf(seen, image),
    whole,
    plain: exact && free && hasCome(element) && above.every(isPlain),
  };
}

/** Without scroll bars. (A document in quirks mode says its own height for its element's.) */
function viewport(): Rect {
  const { width = innerWidth, height = innerHeight } = visualViewport ?? {};
  return { x: 0, y: 0, width, height };
}
