import { isRecord, numberAt } from './json.ts';

/** A part of an image, as shares of its width and height: 0 is left or top, 1 right or bottom. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a region that a page's frame sent; `undefined` where it is none, or has no area within the image. */
export function parseRegion(value: unknown): Region | undefined {
  if (!isRecord(value)) return undefined;
  const [x = -1, y = -1, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((key) => numberAt(value, key));
  const inside = x >= 0 && y >= 0 && x + width <= 1.000001 && y + height <= 1.000001;
  return inside && width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** A region comes from a pointer: what differs by less than a thousandth is the same. */
export function isSameRegion(a: Region, b: Region): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 0.001);
}
