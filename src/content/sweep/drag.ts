import { element } from '../ours.ts';
import { touchedBy } from './grid.ts';
import type { Picks } from './picks.ts';
import type { Tiles } from './tiles.ts';

/** A pointer that moved less, in CSS pixels, clicked. */
const STILL = 6;

/** At the edge of what is in sight a drag scrolls, so many CSS pixels a frame; the edge is so wide. */
const SCROLL = { edge: 40, most: 22 };

interface Dragging {
  readonly picks: Picks;
  readonly tiles: Tiles;
  readonly signal: AbortSignal;
  isOnTop(x: number, y: number): boolean;
  changed(): void;
}

/**
 * Picks what a rectangle touches that is drawn with the mouse or a pen.
 *
 * @returns gives up the drag that is under way, if one is
 */
export function dragToPick({ picks, tiles, signal, isOnTop, changed }: Dragging): () => boolean {
  const { view, list } = tiles;
  const mark = element('div', 'marquee');
  let begun: { readonly x: number; readonly y: number } | undefined;
  let pointer = { x: 0, y: 0 };
  let drags = false;
  let frame = 0;

  /** From the side where lines begin, and with what was scrolled away: the grid's own measure. */
  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = list.getBoundingClientRect();
    return { x: list.dir === 'rtl' ? box.right - clientX : clientX - box.left, y: clientY - box.top };
  };
  const draw = () => {
    if (!begun) return;
    const { x, y } = { x: Math.min(begun.x, pointer.x), y: Math.min(begun.y, pointer.y) };
    const [width, height] = [Math.abs(pointer.x - begun.x), Math.abs(pointer.y - begun.y)];
    Object.assign(mark.style, {
      top: `${y}px`,
      insetInlineStart: `${x}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    picks.dragOver(touchedBy(tiles.grid, { x, y, width, height }));
    changed();
  };
  const scroll = (last: PointerEvent) => {
    cancelAnimationFrame(frame);
    const { top, bottom } = view.getBoundingClientRect();
    const over = Math.min(0, last.clientY - top - SCROLL.edge) + Math.max(0, last.clientY - bottom + SCROLL.edge);
    if (!drags || over === 0) return;
    const before = view.scrollTop;
    view.scrollTop += Math.sign(over) * Math.min(SCROLL.most, Math.abs(over) / 2);
    pointer = place(last);
    draw();
    if (view.scrollTop !== before) frame = requestAnimationFrame(() => scroll(last));
  };
  const end = (keep: boolean) => {
    cancelAnimationFrame(frame);
    const did = drags;
    if (did) picks.endDrag(keep);
    mark.remove();
    begun = undefined;
    drags = false;
    if (did) changed();
    return did;
  };

  view.addEventListener(
    'pointerdown',
    (event) => {
      const isBar = event.target === view && event.offsetX >= view.clientWidth;
      if (!event.isTrusted || event.button !== 0 || event.pointerType === 'touch' || event.shiftKey || isBar) return;
      if (!isOnTop(event.clientX, event.clientY)) return;
      begun = place(event);
    },
    { signal },
  );
  view.addEventListener(
    'pointermove',
    (event) => {
      if (!begun || !event.isTrusted) return;
      pointer = place(event);
      if (!drags && Math.hypot(pointer.x - begun.x, pointer.y - begun.y) < STILL) return;
      if (!drags) {
        drags = true;
        view.setPointerCapture(event.pointerId);
        list.append(mark);
        picks.beginDrag();
      }
      draw();
      scroll(event);
    },
    { signal },
  );
  view.addEventListener('pointerup', (event) => event.isTrusted && end(true), { signal });
  view.addEventListener('pointercancel', () => end(false), { signal });
  return () => end(false);
}
