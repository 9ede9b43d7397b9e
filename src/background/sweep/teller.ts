import type { Progress } from '../../core/swept.ts';
import type { Sweep } from '../../db/schema.ts';
import { askFrame } from '../../platform/messaging.ts';
import type { SweepEnd, SweepNews, SweepTold } from '../../protocol.ts';
import { say } from '../tell.ts';
import { noteEnded } from './rows.ts';
import { endOf, endWord } from './words.ts';

/** What happens within so many ms is told at once. */
const GATHER = 100;

/** Tells the layer how its images fare; once it was closed, a word on the page says what came of them. */
export class Teller {
  readonly #sweep: Sweep;
  readonly #progress: () => Progress;
  #news = new Map<number, SweepNews>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sweep: Sweep, progress: () => Progress) {
    this.#sweep = sweep;
    this.#progress = progress;
  }

  tell(news: readonly SweepNews[]): void {
    for (const one of news) this.#news.set(one.id, one);
    this.#timer ??= setTimeout(() => void this.#flush(), GATHER);
  }

  /** Says what it came to, unless it goes on meanwhile. */
  async end(goesOn: () => boolean): Promise<void> {
    if (goesOn()) return;
    const progress = this.#progress();
    const end = endOf(progress);
    const isShown = await this.#flush(end);
    // Nobody needs to be told that nothing was done.
    if (!isShown && progress.total > 0) await this.#sayWord(progress, end).catch(() => undefined);
    if (!goesOn()) await noteEnded(this.#sweep.id);
  }

  async #flush(ended?: SweepEnd): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const news = [...this.#news.values()];
    this.#news = new Map();
    const { total, saved, already, failed } = this.#progress();
    const told = { sweep: this.#sweep.id, news, done: saved + already + failed, total };
    return tellLayer(this.#sweep.tabId, { ...told, ...(ended && { ended }) });
  }

  async #sayWord({ saved, tag = 'positive' }: Progress, end: SweepEnd): Promise<void> {
    await say(this.#sweep.tabId, endWord(this.#sweep.id, saved > 0 ? tag : 'problem', end));
  }
}

/** @returns whether the layer is open still, and shows it */
export async function tellLayer(tabId: number, told: SweepTold): Promise<boolean> {
  return (await askFrame({ tabId, frameId: 0 }, 'sweepTold', told).catch(() => false)) === true;
}
