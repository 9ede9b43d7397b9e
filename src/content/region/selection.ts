import type { Region } from '../../core/region.ts';

/** A place on the image, or a way across it, in shares of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Which edges are pulled: -1 the left or upper one, 1 the right or lower one, 0 neither. */
export interface Pull {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** The part between two corners, as much of it as can be seen. */
export function between(from: Point, to: Point, bounds: Region): Region {
  const [left, right] = spanWithin(from.x, to.x, bounds.x, bounds.width);
  const [top, bottom] = spanWithin(from.y, to.y, bounds.y, bounds.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function spanWithin(from: number, to: number, start: number, length: number): [number, number] {
  const ends = [from, to].map((place) => clamp(place, start, start + length)).sort((a, b) => a - b);
  return [ends[0] ?? start, ends[1] ?? start];
}

/** The same part elsewhere: it stops at the edge. */
export function moved(part: Region, by: Point, bounds: Region): Region {
  return {
    ...part,
    x: clamp(part.x + by.x, bounds.x, bounds.x + bounds.width - part.width),
    y: clamp(part.y + by.y, bounds.y, bounds.y + bounds.height - part.height),
  };
}

/** A part with edges pulled; pulled past the other edge, it turns over. */
export function resized(part: Region, pull: Pull, by: Point, bounds: Region): Region {
  const from = { x: pull.x < 0 ? part.x + part.width : part.x, y: pull.y < 0 ? part.y + part.height : part.y };
  const far = { x: pull.x < 0 ? part.x : part.x + part.width, y: pull.y < 0 ? part.y : part.y + part.height };
  const to = { x: far.x + (pull.x === 0 ? 0 : by.x), y: far.y + (pull.y === 0 ? 0 : by.y) };
  return between(from, to, bounds);
}

/** What the keyboard begins with: the middle of what can be seen. */
export function middleOf({ x, y, width, height }: Region): Region {
  return { x: x + width / 4, y: y + height / 4, width: width / 2, height: height / 2 };
}

/** A part made of whole pixels of the image, one at least; as it is where the image's size is not known. */
export function snapped(part: Region, width: number, height: number): Region {
  const [x, across] = snapSpan(part.x, part.width, width);
  const [y, down] = snapSpan(part.y, part.height, height);
  return { x, y, width: across, height: down };
}

function snapSpan(start: number, length: number, pixels: number): [number, number] {
  if (pixels < 1) return [start, length];
  const first = Math.min(Math.round(start * pixels), pixels - 1);
  const last = clamp(Math.round((start + length) * pixels), first + 1, pixels);
  return [first / pixels, (last - first) / pixels];
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
