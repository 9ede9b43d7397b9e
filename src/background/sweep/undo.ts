import { undoSince } from '../../core/change.ts';
import { Failure } from '../../core/failure.ts';
import { database } from '../../db/open.ts';
import type { Sweep, Swept } from '../../db/schema.ts';
import { words } from '../../platform/words.ts';
import type { Word } from '../../protocol.ts';
import { changeBy } from '../queue.ts';
import { newsOf } from './items.ts';
import { putSwept, readSwept } from './rows.ts';
import { tellLayer } from './teller.ts';
import { undoneWord } from './words.ts';

/** Takes back all that a sweep captured; what a person did to one of the captures since is left alone. */
export async function undoSweep({ id, tabId }: Sweep): Promise<void> {
  const tagged = (await readSwept(id)).filter(({ state }) => state !== undefined);
  const times = new Map<string, number[]>();
  for (const { capture, changes } of tagged)
    if (capture !== undefined) times.set(capture, [...(times.get(capture) ?? []), ...changes]);
  await changeBy([...times.keys()], (capture, moment) => undoSince(capture, times.get(capture.id) ?? [], moment));
  const blank = tagged.map(forget);
  await putSwept(blank);
  const ended = { text: words('taken_back'), details: [] };
  await tellLayer(tabId, { sweep: id, news: blank.map(newsOf), done: 0, total: 0, ended });
}

/** The word's Undo, on a page whose layer was closed. @throws Failure `undo-too-late` */
export async function undoSweepById(id: unknown): Promise<Word> {
  const sweep = typeof id === 'string' ? await (await database()).get('sweeps', id) : undefined;
  if (!sweep) throw new Failure('undo-too-late');
  await undoSweep(sweep);
  return undoneWord();
}

function forget({ state: _, tag: __, failure: ___, capture: ____, ...row }: Swept): Swept {
  return { ...row, changes: [] };
}
