import type { Word } from '../../protocol.ts';

/** A word with what came before it. */
export interface Told extends Word {
  /** How many captures this is about, in words; absent for one. */
  readonly count?: string;
}

/** The captures of one visit of the word, in their order: where they come fast it counts them, and each can be taken back. */
export class Row {
  private captures: { readonly capture: string; readonly label: string }[] = [];
  private many = '';

  add(word: Word): Told {
    if (word.many !== undefined) this.many = word.many;
    if (word.undo && word.many !== undefined) this.captures.push(word.undo);
    const saved = new Set(this.captures.map(({ capture }) => capture)).size;
    return saved > 1 && word.undo ? { ...word, count: this.many.replace('#', String(saved)) } : word;
  }

  /** What an undo brought, with the undo of the one before. */
  takeBack(capture: string, undone: Word): Word {
    const last = this.captures.findLastIndex((each) => each.capture === capture);
    if (last >= 0) this.captures.splice(last, 1);
    const before = this.captures.at(-1);
    return before && !undone.undo ? { ...undone, undo: before } : undone;
  }

  /** Another takes its place. */
  forget(capture: string): void {
    this.captures = this.captures.filter((each) => each.capture !== capture);
  }

  clear(): void {
    this.captures = [];
  }
}
