import { Failure } from '../../core/failure.ts';
import { isRecord } from '../../core/json.ts';
import { intersect, parseRect, type Rect, shareOf } from '../../core/rect.ts';
import type { Region } from '../../core/region.ts';
import { askFinder } from '../ask-finder.ts';
import type { Sought } from './acquired.ts';
import { askView, offsetIn } from './view-in-tab.ts';

/** Where an image is seen in a tab, in device pixels from the viewport's corner. */
export interface PlaceInTab {
  readonly rect: Rect;
  /** Which part of the image that is. */
  readonly part: Region;
  readonly whole: boolean;
  readonly plain: boolean;
  /** Of the viewport. */
  readonly tab: { readonly width: number; readonly height: number };
}

/** @throws Failure `image-unreachable` where it is not seen, or nobody can say where its frame lies */
export async function placeInTab({ found: { key, url }, frame }: Sought): Promise<PlaceInTab> {
  const [place, view, top] = await Promise.all([
    askFinder(frame, 'place', { key, url }),
    askView(frame),
    askView({ ...frame, frameId: 0 }),
  ]);
  const inFrame = parseRect(place);
  const offset = offsetIn(top, view);
  if (!isRecord(place) || !inFrame || !offset) throw new Failure('image-unreachable');
  const meant = { ...inFrame, x: inFrame.x + offset.x, y: inFrame.y + offset.y };
  const seen = intersect(meant, { x: 0, y: 0, width: top.width, height: top.height });
  return {
    rect: toPixels(seen, top.scale),
    part: within(parseRect(place['part']) ?? WHOLE, shareOf(seen, meant)),
    whole: place['whole'] === true && meant.width - seen.width < 1 && meant.height - seen.height < 1,
    plain: place['plain'] === true,
    tab: { width: top.width * top.scale, height: top.height * top.scale },
  };
}

const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

function within(whole: Region, share: Region): Region {
  return {
    x: whole.x + share.x * whole.width,
    y: whole.y + share.y * whole.height,
    width: share.width * whole.width,
    height: share.height * whole.height,
  };
}

/** @throws Failure `image-unreachable` where nothing is left of it */
function toPixels(seen: Rect, scale: number): Rect {
  const [x, y] = [Math.round(seen.x * scale), Math.round(seen.y * scale)];
  const width = Math.round((seen.x + seen.width) * scale) - x;
  const height = Math.round((seen.y + seen.height) * scale) - y;
  if (width <= 0 || height <= 0) throw new Failure('image-unreachable');
  return { x, y, width, height };
}
