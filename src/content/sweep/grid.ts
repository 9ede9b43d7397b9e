import type { Rect } from '../../core/rect.ts';

/** In CSS pixels: how narrow an image may be laid out, what is between two, around all, and below each for its caption. */
const SIZE = { least: 148, gap: 10, pad: 16, caption: 26 };

/** How images are laid out: equal boxes in rows. Only those in sight are ever drawn, so where each is is reckoned, not measured. */
export interface Grid {
  readonly count: number;
  readonly columns: number;
  /** Of one box, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export function gridFor(room: number, count: number): Grid {
  const inner = Math.max(1, room - 2 * SIZE.pad);
  const columns = Math.max(1, Math.floor((inner + SIZE.gap) / (SIZE.least + SIZE.gap)));
  const width = Math.floor((inner - (columns - 1) * SIZE.gap) / columns);
  return { count, columns, width, height: Math.round(width * 0.75) + SIZE.caption };
}

/** Of everything, in CSS pixels. */
export function heightOf({ count, columns, height }: Grid): number {
  const rows = Math.ceil(count / columns);
  return rows === 0 ? 0 : 2 * SIZE.pad + rows * height + (rows - 1) * SIZE.gap;
}

/** Where an image's box is; `x` from the side where lines begin. */
export function boxOf({ columns, width, height }: Grid, index: number): Rect {
  const [row, column] = [Math.floor(index / columns), index % columns];
  const x = SIZE.pad + column * (width + SIZE.gap);
  return { x, y: SIZE.pad + row * (height + SIZE.gap), width, height };
}

/** The images of the rows between two heights: from the first up to, not with, the last. */
export function rowsBetween({ count, columns, height }: Grid, top: number, bottom: number): [number, number] {
  const rowAt = (y: number) => Math.floor((y - SIZE.pad) / (height + SIZE.gap));
  const from = Math.max(0, rowAt(top)) * columns;
  return [Math.min(from, count), Math.max(0, Math.min(count, (rowAt(bottom) + 1) * columns))];
}

/** The images that a rectangle touches, in their order. */
export function touchedBy(grid: Grid, { x, y, width, height }: Rect): number[] {
  const [from, to] = rowsBetween(grid, y, y + height);
  const touched: number[] = [];
  for (let index = from; index < to; index++) {
    const box = boxOf(grid, index);
    const isApart = box.x > x + width || box.x + box.width < x || box.y > y + height || box.y + box.height < y;
    if (!isApart) touched.push(index);
  }
  return touched;
}

/** Where a key leads from an image; nowhere else for any other key. `page`: rows that are seen at once. */
export function step({ count, columns }: Grid, index: number, key: string, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    // From the last row but one to a last row that is shorter: to its end.
    ArrowDown: index + columns < count || isInLastRow({ count, columns }, index) ? index + columns : count - 1,
    ArrowUp: index - columns,
    PageDown: Math.min(index + page * columns, lastInColumn({ count, columns }, index)),
    PageUp: Math.max(index - page * columns, index % columns),
    Home: 0,
    End: count - 1,
  };
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (to === undefined) return undefined;
  return to >= 0 && to < count ? to : index;
}

type Shape = Pick<Grid, 'count' | 'columns'>;

function isInLastRow({ count, columns }: Shape, index: number): boolean {
  return Math.floor(index / columns) === Math.floor((count - 1) / columns);
}

function lastInColumn({ count, columns }: Shape, index: number): number {
  const last = Math.floor((count - 1) / columns) * columns + (index % columns);
  return last < count ? last : last - columns;
}
