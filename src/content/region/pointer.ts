import type { Region } from '../../core/region.ts';
import type { Selecting } from './overlay.ts';
import { between, moved, type Point, type Pull, resized } from './selection.ts';

/** CSS pixels that a pointer has to go before it draws: less is a click, and marks nothing. */
const SLACK = 4;

/** Draws, moves or resizes the part with mouse, pen or finger. */
export function listenToPointer(image: HTMLElement, selecting: Selecting): void {
  image.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    image.focus();
    const drag = beginDrag(event, selecting);
    const end = new AbortController();
    const { signal } = end;
    image.setPointerCapture(event.pointerId);
    image.parentElement?.classList.add('dragging');
    image.addEventListener('pointermove', (move) => move.isTrusted && drag(move), { signal });
    const stop = () => {
      end.abort();
      image.parentElement?.classList.remove('dragging');
    };
    for (const over of ['pointerup', 'pointercancel', 'lostpointercapture'])
      image.addEventListener(over, stop, { signal });
  });
}

/** What the rest of a drag does, by where it began: at a handle, within the part, or beside it. */
function beginDrag(start: PointerEvent, selecting: Selecting): (move: PointerEvent) => void {
  const before = selecting.part;
  const from = placeOf(start, selecting);
  const pull = pullOf(start);
  const change = before && (pull ? resizing(before, pull) : isWithin(before, from) ? moving(before) : undefined);
  let drawing = false;
  return (move) => {
    const { seen } = selecting.painted;
    const to = placeOf(move, selecting);
    if (change) {
      selecting.part = change({ x: to.x - from.x, y: to.y - from.y }, seen);
      return;
    }
    drawing ||= Math.hypot(move.clientX - start.clientX, move.clientY - start.clientY) >= SLACK;
    if (drawing) selecting.part = between(from, to, seen);
  };
}

type Change = (by: Point, bounds: Region) => Region;

const resizing =
  (part: Region, pull: Pull): Change =>
  (by, bounds) =>
    resized(part, pull, by, bounds);
const moving =
  (part: Region): Change =>
  (by, bounds) =>
    moved(part, by, bounds);

function placeOf({ clientX, clientY }: PointerEvent, { painted: { whole } }: Selecting): Point {
  return { x: (clientX - whole.x) / whole.width, y: (clientY - whole.y) / whole.height };
}

function pullOf({ target }: PointerEvent): Pull | undefined {
  const pull = target instanceof HTMLElement ? target.dataset['pull'] : undefined;
  if (pull === undefined) return undefined;
  const [x = 0, y = 0] = pull.split(' ').map((side) => Math.sign(Number(side)));
  return { x: x as Pull['x'], y: y as Pull['y'] };
}

function isWithin({ x, y, width, height }: Region, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
