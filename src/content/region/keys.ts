import type { Marking } from '../../protocol.ts';
import type { Selecting } from './overlay.ts';
import { middleOf, moved, resized } from './selection.ts';

/** What an arrow goes, in CSS pixels; with Ctrl or Alt, the lesser. */
const STEP = { usual: 8, fine: 1 };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows move the part, with Shift they resize it; a tag's number, or Enter for the usual one, takes it. */
export function listenToKeys(layer: HTMLElement, selecting: Selecting, { tags, tag: usual }: Marking): void {
  layer.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.isComposing) return;
    // The page's own keys are not meant: arrows that turn its slides, numbers that it counts by.
    event.stopPropagation();
    const arrow = ARROWS[event.key];
    const onButton = event.target instanceof HTMLButtonElement;
    const chosen = event.key === 'Enter' && !onButton ? usual : tags[Number(event.key) - 1]?.tag;
    if (!arrow && !chosen) return;
    event.preventDefault();
    if (arrow) pushBy(arrow, event, selecting);
    else if (chosen && selecting.part && !event.repeat) selecting.confirm(chosen);
  });
}

function pushBy([across, down]: readonly [number, number], event: KeyboardEvent, selecting: Selecting): void {
  const { whole, seen } = selecting.painted;
  if (!selecting.part) {
    selecting.part = middleOf(seen);
    return;
  }
  const step = event.ctrlKey || event.altKey ? STEP.fine : STEP.usual;
  const by = { x: (across * step) / whole.width, y: (down * step) / whole.height };
  selecting.part = event.shiftKey ? resized(selecting.part, { x: 1, y: 1 }, by, seen) : moved(selecting.part, by, seen);
}
