import { Failure, type FailureNote, noteOf } from '../../core/failure.ts';
import { progressOf } from '../../core/swept.ts';
import { database } from '../../db/open.ts';
import type { Intent, Sweep, Swept } from '../../db/schema.ts';
import { type Saved, type SweptSaving, saveSwept } from '../../db/write.ts';
import { keepAlive } from '../../platform/keep-alive.ts';
import { hasAllSites } from '../../platform/permissions.ts';
import { obtain, storageFailure } from '../capture.ts';
import { groupCommit } from '../group-commit.ts';
import { beginIntent, endIntents, keepAwake } from '../intents.ts';
import { afterSaves } from './after.ts';
import { newsOf } from './items.ts';
import { noteFailed, readSwept } from './rows.ts';
import { Teller } from './teller.ts';

/** Images that are fetched at a time, and that may wait to be written meanwhile. */
const AT_ONCE = { fetched: 6, unwritten: 24 };

/** Captures are written together that come within so many ms. */
const GATHER = 20;

/** What this background has under way. Dies with it, as the work does: the next one begins with what is noted. */
const runs = new Map<string, Run>();

export const isRunning = (sweep: string): boolean => runs.has(sweep);

/** Captures images of a sweep, a few at a time, through the same ladder as any other. Settles when all of that sweep are done. */
export async function runSweep(sweep: Sweep, intents: readonly Intent[]): Promise<void> {
  const known = runs.get(sweep.id);
  if (known) return known.add(intents);
  const run = new Run(sweep, intents);
  runs.set(sweep.id, run);
  await keepAlive(() => keepAwake(() => run.toEnd()));
}

/** Takes what was not begun out of a sweep's hands: all of it, or what there is of some images. */
export function takeUnbegun(sweep: string, items?: ReadonlySet<number>): Intent[] {
  return runs.get(sweep)?.take(items) ?? [];
}

/** News of images that nothing is done about any more. */
export function tellRun(sweep: string, rows: readonly Swept[]): void {
  runs.get(sweep)?.know(rows);
}

class Run {
  readonly #sweep: Sweep;
  readonly #teller: Teller;
  readonly #rows = new Map<number, Swept>();
  readonly #saves = afterSaves();
  /** Images that are being captured: of one image never two captures at a time. */
  readonly #busy = new Set<number>();
  #queue: Intent[];
  #fetching = 0;
  /** Access to all sites, once that is known. */
  #allSites: boolean | undefined;
  #ended: () => void = () => undefined;

  constructor(sweep: Sweep, intents: readonly Intent[]) {
    this.#sweep = sweep;
    this.#queue = [...intents];
    this.#teller = new Teller(sweep, () => progressOf([...this.#rows.values()]));
  }

  async toEnd(): Promise<void> {
    const [rows, allSites] = await Promise.all([readSwept(this.#sweep.id), hasAllSites()]);
    this.know(rows);
    await new Promise<void>((resolve) => {
      this.#ended = resolve;
      this.#allSites = allSites;
      this.#go();
    });
    runs.delete(this.#sweep.id);
    await this.#teller.end(() => isRunning(this.#sweep.id));
    await this.#saves.finish();
  }

  async add(intents: readonly Intent[]): Promise<void> {
    this.#queue = [...this.#queue, ...intents].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.know(intents.flatMap((intent) => this.#rowOf(intent, { state: 'waiting', tag: intent.tag }) ?? []));
    this.#go();
  }

  take(items?: ReadonlySet<number>): Intent[] {
    const isMeant = ({ item = -1 }: Intent) => items?.has(item) ?? true;
    const taken = this.#queue.filter(isMeant);
    this.#queue = this.#queue.filter((intent) => !isMeant(intent));
    endIntents(taken);
    return taken;
  }

  know(rows: readonly Swept[]): void {
    for (const row of rows) this.#rows.set(row.item, row);
    this.#teller.tell(rows.map(newsOf));
    this.#go();
  }

  #go(): void {
    if (this.#allSites === undefined) return;
    while (this.#fetching < AT_ONCE.fetched && this.#busy.size < AT_ONCE.unwritten) {
      const next = this.#queue.find(({ item = -1 }) => !this.#busy.has(item));
      if (!next) break;
      this.#queue.splice(this.#queue.indexOf(next), 1);
      void this.#attempt(next);
    }
    if (this.#busy.size === 0 && this.#queue.length === 0) this.#ended();
  }

  async #attempt(intent: Intent): Promise<void> {
    const { item = -1, tag } = intent;
    this.#busy.add(item);
    this.#fetching++;
    this.#teller.tell([{ id: item, state: 'running', tag }]);
    try {
      this.#saved(intent, await this.#write(intent, await this.#obtain(intent)));
    } catch (error) {
      await this.#failed(intent, noteOf(storageFailure(error)));
    }
    endIntents([intent]);
    this.#busy.delete(item);
    this.#go();
  }

  async #obtain(intent: Intent) {
    try {
      return await obtain(intent, this.#allSites === true, beginIntent(intent));
    } finally {
      this.#fetching--;
      this.#go();
    }
  }

  async #write({ id, item = -1 }: Intent, obtained: Awaited<ReturnType<typeof obtain>>): Promise<Saved> {
    const { fresh, original } = obtained;
    const pending: Pending = { saving: { fresh, original, intent: id, sweep: this.#sweep.id, item } };
    await commit(pending);
    if (pending.saved instanceof Failure) throw pending.saved;
    if (!pending.saved) throw new Failure('internal');
    return pending.saved;
  }

  #saved(intent: Intent, { outcome, capture }: Saved): void {
    const state = outcome === 'already' || outcome === 'retagged' ? outcome : 'saved';
    const row = this.#rowOf(intent, { state, tag: intent.tag });
    if (row) this.know([row]);
    this.#saves.note(capture);
  }

  async #failed(intent: Intent, failure: FailureNote): Promise<void> {
    // Not noted, it stays an intent, and is tried or given up by a later start.
    await noteFailed(intent, failure).catch(() => undefined);
    const row = this.#rowOf(intent, { state: 'failed', failure });
    if (row) this.know([row]);
  }

  #rowOf({ item = -1 }: Intent, change: Partial<Swept>): Swept | undefined {
    const row = this.#rows.get(item);
    return row && { ...row, ...change };
  }
}

/** One capture among those that are written together, and what came of it. */
interface Pending {
  readonly saving: SweptSaving;
  saved?: Saved | Failure;
}

const commit = groupCommit<Pending>(GATHER, async (pending) => {
  const all = await saveSwept(
    await database(),
    pending.map(({ saving }) => saving),
  );
  for (const [index, saved] of all.entries()) Object.assign(pending[index] ?? {}, { saved });
});
