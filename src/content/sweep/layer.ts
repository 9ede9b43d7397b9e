import type { Tag } from '../../core/tag.ts';
import type { SweepItem, SweepOpening, SweepTold } from '../../protocol.ts';
import { element, hidden, speak } from '../ours.ts';
import { addOverlay } from '../overlays.ts';
import { type BarActs, makeFoot, makeHead } from './bar.ts';
import { dragToPick } from './drag.ts';
import { listenToKeys } from './keys.ts';
import { Picks } from './picks.ts';
import { keepOnTop } from './raise.ts';
import { scrollThrough } from './scroll-through.ts';
import { SWEEP_STYLE } from './sweep-style.ts';
import { Tiles } from './tiles.ts';

/** Asks the background; nothing where it cannot answer any more. */
type Ask = (name: string, ...args: unknown[]) => Promise<unknown>;

/** The layer in which the images of a page are picked from, for as long as it is open. */
export interface Layer {
  readonly sweep: string;
  tell(told: SweepTold): void;
  close(): void;
}

export function openLayer(opening: SweepOpening, ask: Ask, closed: () => void): Layer {
  const { sweep, words } = opening;
  const end = new AbortController();
  const { signal } = end;
  const { host, root } = hidden(SWEEP_STYLE);
  const picks = new Picks();
  const tiles = new Tiles(picks, words, { language: opening.language, signal });
  const { dialog, empty, announced } = frameFor(opening);
  let least = opening.least;
  let scrolling = false;

  const close = () => {
    if (signal.aborted) return;
    end.abort();
    closed();
    void ask('sweepLeave', sweep);
  };
  const changed = () => {
    tiles.update();
    const [all, picked] = [picks.items.length, picks.picked().length];
    const counted = all === 1 ? words.image : words.images.replace('#', String(all));
    head.count(picked > 0 ? `${counted} · ${words.selected.replace('#', String(picked))}` : counted);
  };
  const list = async (size: number) => {
    least = size;
    dialog.classList.add('busy');
    if (picks.items.length === 0) empty.show(words.looking, '');
    const items = await ask('sweepAgain', sweep, size);
    if (signal.aborted || size !== least) return;
    dialog.classList.remove('busy');
    if (!Array.isArray(items)) return empty.show(words.failed, '');
    // The background's own list: no page can answer for it.
    picks.list(items as SweepItem[]);
    if (items.length === 0) empty.show(words.nothing, words.nothingHint);
    else empty.hide();
    tiles.lay();
    changed();
    announced.textContent = items.length === 0 ? words.nothing : words.images.replace('#', String(items.length));
  };
  const tag = (chosen: Tag) => {
    const items = picks.picked();
    announced.textContent = items.length === 0 ? words.pickFirst : '';
    if (items.length === 0) return foot.end({ text: words.pickFirst, details: [] });
    picks.none();
    picks.tell(items.map((id) => ({ id, state: 'waiting', tag: chosen })));
    changed();
    void ask('sweepTag', sweep, chosen, items).then((noted) => {
      if (noted === false) foot.end({ text: words.failed, details: [] });
    });
  };
  const scroll = async () => {
    scrolling = !scrolling;
    head.scrolls(scrolling);
    if (!scrolling) return;
    announced.textContent = words.scrolling;
    await scrollThrough(() => scrolling && !signal.aborted);
    scrolling = false;
    head.scrolls(false);
    if (!signal.aborted) await list(least);
  };
  const acts: BarActs = {
    tag,
    close,
    list: (size) => void list(size),
    scroll: () => void scroll(),
    all: () => {
      picks.all();
      changed();
    },
    none: () => {
      picks.none();
      changed();
    },
    cancel: () => void ask('sweepCancel', sweep),
    undo: () => void ask('sweepUndo', sweep),
  };
  const head = makeHead(opening, acts);
  const foot = makeFoot(opening, acts);
  tiles.view.append(empty.node);
  dialog.append(head.node, tiles.view, foot.node, announced);
  root.append(dialog);
  addOverlay((away) => {
    dialog.style.visibility = away ? 'hidden' : '';
    return true;
  }, signal);
  const top = keepOnTop(host, dialog, { signal, raised: () => tiles.focus() });
  const giveUpDrag = dragToPick({ picks, tiles, signal, isOnTop: top.isOnTop, changed });
  clickToPick(tiles, picks, { isOnTop: top.isOnTop, changed });
  listenToKeys(dialog, { picks, tiles, opening, tag, changed });
  dialog.addEventListener('cancel', (event) => {
    // Escape: the browser's own word for it, which no page can say.
    event.preventDefault();
    if (event.isTrusted && !giveUpDrag()) close();
  });
  dialog.addEventListener('close', () => {
    // Closed by the browser, and not by us to be raised anew.
    if (!dialog.open) close();
  });
  void list(least).then(() => tiles.focus());

  return {
    sweep,
    close,
    tell: ({ news, done, total, ended }) => {
      picks.tell(news);
      tiles.update();
      // A button that goes takes the focus with it, and keys would reach nobody.
      const held = foot.node.contains(root.activeElement);
      if (ended) foot.end(ended);
      else foot.progress(done, total);
      if (held) tiles.focus();
      if (ended) announced.textContent = [ended.text, ...ended.details].join('. ');
    },
  };
}

/** The dialog, what stands in it where there is nothing, and what is read out. */
function frameFor({ words, language }: SweepOpening) {
  const dialog = element('dialog', 'sweep');
  speak(dialog, language);
  dialog.setAttribute('aria-label', `${words.title} ${words.detail}`);
  const announced = element('div', 'announced');
  announced.setAttribute('role', 'status');
  const node = element('div', 'empty');
  const empty = {
    node,
    show: (title: string, hint: string) => {
      node.hidden = false;
      node.replaceChildren(element('strong', '', title), element('span', '', hint));
    },
    hide: () => {
      node.hidden = true;
      node.replaceChildren();
    },
  };
  return { dialog, announced, empty };
}

interface Clicking {
  isOnTop(x: number, y: number): boolean;
  changed(): void;
}

/** A click picks one image, with Shift all from the last one. */
function clickToPick(tiles: Tiles, picks: Picks, { isOnTop, changed }: Clicking): void {
  tiles.list.addEventListener('click', (event) => {
    const index = tiles.indexOf(event.target);
    if (index === undefined || !event.isTrusted || !isOnTop(event.clientX, event.clientY)) return;
    if (event.shiftKey) picks.extendTo(index);
    else picks.toggle(index);
    tiles.focus();
    changed();
  });
}
