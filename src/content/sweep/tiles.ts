import type { Language, SweepWords } from '../../protocol.ts';
import { element } from '../ours.ts';
import { boxOf, type Grid, gridFor, heightOf, rowsBetween } from './grid.ts';
import type { Picks } from './picks.ts';
import { drawInTurn } from './pictures.ts';
import { makeTile, type Tile } from './tile.ts';

/** Rows are there before they are scrolled to, by so much of what is in sight. */
const MARGIN = 0.6;

/** The grid on the screen: of all images only those near what is in sight have elements. */
export class Tiles {
  /** What scrolls. */
  readonly view = element('div', 'view');
  readonly list = element('div', 'list');
  readonly #picks: Picks;
  readonly #words: SweepWords;
  readonly #tiles = new Map<number, Tile>();
  readonly #pictures;
  grid: Grid = gridFor(0, 0);

  constructor(picks: Picks, words: SweepWords, { language, signal }: { language: Language; signal: AbortSignal }) {
    this.#picks = picks;
    this.#words = words;
    this.#pictures = drawInTurn(signal);
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-multiselectable', 'true');
    this.list.setAttribute('aria-label', words.title);
    this.list.dir = language.dir;
    this.view.append(this.list);
    this.view.addEventListener('scroll', () => this.#place(), { signal, passive: true });
    const resized = new ResizeObserver(() => this.#fit());
    resized.observe(this.view);
    signal.addEventListener('abort', () => resized.disconnect());
  }

  /** Only another width moves images: the bars beside them grow and shrink, and what has the focus must not go with that. */
  #fit(): void {
    const isAsWide = gridFor(this.view.clientWidth, this.#picks.items.length).width === this.grid.width;
    const held = this.list.matches(':focus-within');
    if (isAsWide) this.#place();
    else this.lay();
    if (held && !isAsWide) this.focus();
  }

  /** Lays all out anew: for a new list, or in another width. */
  lay(): void {
    this.grid = gridFor(this.view.clientWidth, this.#picks.items.length);
    this.list.style.height = `${heightOf(this.grid)}px`;
    for (const tile of this.#tiles.values()) this.#drop(tile);
    this.#place();
  }

  /** Shows what has changed of those that are there. */
  update(): void {
    for (const [index, tile] of this.#tiles) this.#show(index, tile);
  }

  /** Gives the focus to the image that keys act on, and brings it into sight. */
  focus(): void {
    const { y, height } = boxOf(this.grid, this.#picks.focus);
    const { scrollTop, clientHeight } = this.view;
    if (y < scrollTop) this.view.scrollTop = y - height / 4;
    else if (y + height > scrollTop + clientHeight) this.view.scrollTop = y + height * 1.25 - clientHeight;
    this.#place();
    this.update();
    this.#tiles.get(this.#picks.focus)?.node.focus({ preventScroll: true });
  }

  /** The image that an element of the grid belongs to. */
  indexOf(target: EventTarget | null): number | undefined {
    const node = target instanceof Element ? target.closest('.tile') : null;
    return [...this.#tiles].find(([, tile]) => tile.node === node)?.[0];
  }

  /** Rows that are in sight at once. */
  get page(): number {
    return Math.max(1, Math.floor(this.view.clientHeight / (this.grid.height + 1)));
  }

  #place(): void {
    const { scrollTop, clientHeight } = this.view;
    const margin = clientHeight * MARGIN;
    const [from, to] = rowsBetween(this.grid, scrollTop - margin, scrollTop + clientHeight + margin);
    // The one that has the focus stays: were it gone, so would the focus be.
    const isNear = (index: number) => (index >= from && index < to) || index === this.#picks.focus;
    for (const [index, tile] of this.#tiles) if (!isNear(index)) this.#drop(tile);
    for (let index = from; index < to; index++) this.#ensure(index);
    this.#ensure(this.#picks.focus);
  }

  #ensure(index: number): void {
    const item = this.#picks.items[index];
    if (!item || this.#tiles.has(index)) return;
    const tile = makeTile(item, this.#words);
    const { x, y, width, height } = boxOf(this.grid, index);
    Object.assign(tile.node.style, {
      top: `${y}px`,
      insetInlineStart: `${x}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    tile.node.setAttribute('aria-setsize', String(this.grid.count));
    tile.node.setAttribute('aria-posinset', String(index + 1));
    this.#tiles.set(index, tile);
    this.#show(index, tile);
    // In their order, for those who hear them read.
    const after = [...this.#tiles].filter(([other]) => other > index).sort(([a], [b]) => a - b)[0]?.[1].node;
    this.list.insertBefore(tile.node, after ?? null);
    this.#pictures.draw(tile);
  }

  #show(index: number, tile: Tile): void {
    tile.show(this.#picks.newsOf(tile.item), this.#picks.isPicked(tile.item));
    tile.node.tabIndex = index === this.#picks.focus ? 0 : -1;
  }

  #drop(tile: Tile): void {
    this.#pictures.leave(tile);
    tile.node.remove();
    for (const [index, known] of this.#tiles) if (known === tile) this.#tiles.delete(index);
  }
}
