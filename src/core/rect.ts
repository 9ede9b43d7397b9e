import { numberAt } from './json.ts';
import type { Region } from './region.ts';

/** In any one unit; a rectangle without area is none. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function intersect(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return { x, y, width: Math.max(0, width), height: Math.max(0, height) };
}

/** Which part of `whole` lies under `part`. */
export function shareOf(part: Rect, whole: Rect): Region {
  return {
    x: (part.x - whole.x) / whole.width,
    y: (part.y - whole.y) / whole.height,
    width: part.width / whole.width,
    height: part.height / whole.height,
  };
}

/** The largest rectangle of `rect` that `cover` leaves free. */
export function without(rect: Rect, cover: Rect): Rect {
  const over = intersect(rect, cover);
  if (over.width * over.height === 0) return rect;
  const right = over.x + over.width;
  const bottom = over.y + over.height;
  const free: readonly Rect[] = [
    { ...rect, height: over.y - rect.y },
    { ...rect, y: bottom, height: rect.y + rect.height - bottom },
    { ...rect, width: over.x - rect.x },
    { ...rect, x: right, width: rect.x + rect.width - right },
  ];
  return free.reduce((best, next) => (next.width * next.height > best.width * best.height ? next : best));
}

export type Point = Pick<Rect, 'x' | 'y'>;

export function parsePoint(value: unknown): Point | undefined {
  const [x, y] = [numberAt(value, 'x'), numberAt(value, 'y')];
  return x === undefined || y === undefined ? undefined : { x, y };
}

export function parseRect(value: unknown): Rect | undefined {
  const point = parsePoint(value);
  const [width = 0, height = 0] = [numberAt(value, 'width'), numberAt(value, 'height')];
  return point && width > 0 && height > 0 ? { ...point, width, height } : undefined;
}
