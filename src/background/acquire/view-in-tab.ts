import { Failure } from '../../core/failure.ts';
import { isRecord, listAt, numberAt } from '../../core/json.ts';
import { type Point, parsePoint, parseRect, type Rect } from '../../core/rect.ts';
import type { Frame } from '../../platform/messaging.ts';
import { askFinder } from '../ask-finder.ts';

interface ViewInTab {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly offset: Point | undefined;
  readonly isInTop: boolean;
  readonly screen: Point | undefined;
  readonly frames: readonly Rect[];
}

/** A frame's viewport, as the frame says. @throws Failure `image-unreachable` where that makes no sense */
export async function askView(frame: Frame): Promise<ViewInTab> {
  const view = await askFinder(frame, 'view');
  const [width, height, scale] = ['width', 'height', 'scale'].map((key) => numberAt(view, key));
  if (!isRecord(view) || !width || !height || !scale) throw new Failure('image-unreachable');
  return {
    ...{ width, height, scale, offset: parsePoint(view), isInTop: view['isInTop'] === true },
    screen: parsePoint(view['screen']),
    frames: listAt(view, 'frames').flatMap((rect) => parseRect(rect) ?? []),
  };
}

/** CSS pixels that two measures of one place may differ by. */
const CLOSE = 3;

/**
 * Where a frame lies in the top one. Of another origin it cannot know that, and the top frame not which of its frames it is: their
 * size tells, and of several of one size where the pointer's events came from.
 */
export function offsetIn(top: ViewInTab, view: ViewInTab): Point | undefined {
  if (view.offset || !view.isInTop) return view.offset;
  const alike = top.frames.filter((rect) => isClose(rect.width, view.width) && isClose(rect.height, view.height));
  const { screen } = view;
  if (alike.length === 1 || !screen || !top.screen) return alike.length === 1 ? alike[0] : undefined;
  const [x, y] = [screen.x - top.screen.x, screen.y - top.screen.y];
  return alike.find((rect) => isClose(rect.x, x) && isClose(rect.y, y));
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE;
}
