import type { Tag } from '../../core/tag.ts';
import type { SweepOpening } from '../../protocol.ts';
import { step } from './grid.ts';
import type { Picks } from './picks.ts';
import type { Tiles } from './tiles.ts';

interface Keyed {
  readonly picks: Picks;
  readonly tiles: Tiles;
  readonly opening: SweepOpening;
  tag(tag: Tag): void;
  changed(): void;
}

/** Everything by keyboard: 1, 2, 3 tag; arrows move, with Shift they extend; Space picks; Ctrl or Cmd with A picks all, or none. */
export function listenToKeys(layer: HTMLElement, { picks, tiles, opening, tag, changed }: Keyed): void {
  const move = (event: KeyboardEvent): boolean => {
    const index = step(tiles.grid, picks.focus, mirrored(event.key, opening.language.dir), tiles.page);
    if (index === undefined) return false;
    if (event.shiftKey) picks.extendTo(index);
    else picks.moveTo(index);
    tiles.focus();
    return true;
  };
  const pick = ({ key }: KeyboardEvent): boolean => {
    if (key !== ' ' && key !== 'Enter') return false;
    picks.toggle(picks.focus);
    return true;
  };
  const pickAll = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    if (!(ctrlKey || metaKey) || key.toLowerCase() !== 'a') return false;
    if (picks.picked().length < picks.items.length) picks.all();
    else picks.none();
    return true;
  };
  const tagBy = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    const chosen = ctrlKey || metaKey || altKey ? undefined : opening.tags[Number(key) - 1];
    if (chosen) tag(chosen.tag);
    return chosen !== undefined;
  };
  layer.addEventListener('keydown', (event) => {
    // The page hears of none of it, as far as that is in our hands.
    event.stopPropagation();
    if (!event.isTrusted) return;
    const inGrid = tiles.indexOf(event.target instanceof Element ? event.target : null) !== undefined;
    if (!(tagBy(event) || pickAll(event) || (inGrid && (move(event) || pick(event))))) return;
    event.preventDefault();
    changed();
  });
  for (const type of ['keyup', 'keypress']) layer.addEventListener(type, (event) => event.stopPropagation());
}

/** Where lines begin at the right, the next image stands to the left. */
function mirrored(key: string, dir: string): string {
  if (dir !== 'rtl') return key;
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key;
}
