import type { SweepItem, SweepNews } from '../../protocol.ts';

/** The images of a sweep in their order, how each fares, and which are picked. Knows nothing of what is drawn. */
export class Picks {
  #items: readonly SweepItem[] = [];
  readonly #news = new Map<number, SweepNews>();
  #picked: ReadonlySet<number> = new Set();
  /** What was picked before the range that grows now, and where that began. */
  #base: ReadonlySet<number> = new Set();
  #anchor = 0;
  /** The image that keys act on. */
  focus = 0;

  get items(): readonly SweepItem[] {
    return this.#items;
  }

  /** Takes a new list. What was picked stays so, if it is there still. */
  list(items: readonly SweepItem[]): void {
    const before = this.#items[this.focus]?.id;
    this.#items = items;
    this.tell(items.map(({ news }) => news));
    const ids = new Set(items.map(({ id }) => id));
    this.#pick(new Set([...this.#picked].filter((id) => ids.has(id))));
    const again = items.findIndex(({ id }) => id === before);
    this.focus = Math.max(0, again);
    this.#setAnchor(this.focus);
  }

  tell(news: readonly SweepNews[]): void {
    for (const one of news) this.#news.set(one.id, one);
  }

  newsOf({ id }: SweepItem): SweepNews {
    return this.#news.get(id) ?? { id };
  }

  isPicked({ id }: SweepItem): boolean {
    return this.#picked.has(id);
  }

  /** In the order of the list. */
  picked(): number[] {
    return this.#items.filter((item) => this.isPicked(item)).map(({ id }) => id);
  }

  toggle(index: number): void {
    const [id] = this.#ids([index]);
    if (id === undefined) return;
    const next = new Set(this.#picked);
    if (!next.delete(id)) next.add(id);
    this.#pick(next);
    this.focus = index;
    this.#setAnchor(index);
  }

  /** From where the last pick was made up to this image; a range that was just drawn grows or shrinks. */
  extendTo(index: number): void {
    const [from, to] = [Math.min(this.#anchor, index), Math.max(this.#anchor, index)];
    const range = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    this.#picked = new Set([...this.#base, ...this.#ids(range)]);
    this.focus = index;
  }

  /** Where a drag begins: what it touches comes to what is picked already. */
  beginDrag(): void {
    this.#base = this.#picked;
  }

  dragOver(indexes: readonly number[]): void {
    this.#picked = new Set([...this.#base, ...this.#ids(indexes)]);
  }

  /** As it was before the drag. */
  endDrag(keep: boolean): void {
    this.#pick(keep ? this.#picked : this.#base);
  }

  moveTo(index: number): void {
    this.focus = index;
    this.#setAnchor(index);
  }

  all(): void {
    this.#pick(new Set(this.#items.map(({ id }) => id)));
  }

  none(): void {
    this.#pick(new Set());
  }

  #pick(picked: ReadonlySet<number>): void {
    this.#picked = picked;
    this.#base = picked;
  }

  #setAnchor(index: number): void {
    this.#anchor = index;
    this.#base = this.#picked;
  }

  #ids(indexes: readonly number[]): number[] {
    return indexes.flatMap((index) => this.#items[index]?.id ?? []);
  }
}
