import type { Rect } from '../core/rect.ts';

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture, the box it is painted into, and the computed values of CSS that say how. */
export interface Fitting {
  readonly box: Rect;
  /** The picture's own size, 0 where it is not known. */
  readonly natural: Size;
  /** Of `object-fit` or `background-size`. */
  readonly size: string;
  /** Of `object-position` or `background-position`. */
  readonly position: string;
}

/** Where all of the picture lies, what is cut off included. */
export function fitted({ box, natural, size, position }: Fitting): Rect {
  const { width, height } = sizeIn(box, natural, size);
  const [across = '50%', down = '50%'] = position.split(/\s+(?![^(]*\))/);
  return {
    x: box.x + offset(across, box.width - width),
    y: box.y + offset(down, box.height - height),
    width,
    height,
  };
}

function sizeIn(box: Size, natural: Size, size: string): Size {
  if (!(natural.width > 0 && natural.height > 0)) return box;
  const [across, down] = [box.width / natural.width, box.height / natural.height];
  const scaled = (by: number) => ({ width: natural.width * by, height: natural.height * by });
  switch (size) {
    case 'fill':
      return box;
    case 'contain':
      return scaled(Math.min(across, down));
    case 'cover':
      return scaled(Math.max(across, down));
    case 'scale-down':
      return scaled(Math.min(across, down, 1));
    case 'none':
    case 'auto':
      return natural;
    default:
      return lengths(size, box, natural);
  }
}

/** `background-size` in lengths, shares of the box, or `auto`. */
function lengths(size: string, box: Size, natural: Size): Size {
  const [first = 'auto', second = 'auto'] = size.split(/\s+/);
  const width = length(first, box.width);
  const height = length(second, box.height);
  const ratio = natural.width / natural.height;
  return {
    width: width ?? (height === undefined ? natural.width : height * ratio),
    height: height ?? (width === undefined ? natural.height : width / ratio),
  };
}

function length(value: string, whole: number): number | undefined {
  const number = Number.parseFloat(value);
  if (Number.isNaN(number)) return undefined;
  return value.endsWith('%') ? (number / 100) * whole : number;
}

/** A share of the room that is left, a length, or, of an edge or both together, `calc(100% - 4px)`. */
function offset(value: string, room: number): number {
  const terms = value.replace(/^calc\(|\)$/g, '').match(/[+-]?\s*[\d.]+(%|px)/g) ?? [];
  return terms.reduce((sum, term) => sum + (length(term.replace(/\s/g, ''), room) ?? 0), 0);
}
