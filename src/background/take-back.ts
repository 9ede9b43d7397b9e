import { bringBack, undo } from '../core/change.ts';
import { Failure } from '../core/failure.ts';
import { database } from '../db/open.ts';
import type { Word } from '../protocol.ts';
import { changeBy } from './queue.ts';
import { undoSweepById } from './sweep/undo.ts';
import { backWord, undoneWord } from './word-for.ts';

/** A word with Undo stays on a page for seconds; what comes much later did not come from it. In ms. */
const UNDO_TIME = 5 * 60_000;

/**
 * Takes back the last thing done to a capture; what it came in the place of is there again, in the same step: one Undo leads to
 * how things stood before the last gesture, and the next one further.
 *
 * @throws Failure `undo-too-late`
 */
export async function takeBack(id: unknown): Promise<Word> {
  const capture = typeof id === 'string' ? await (await database()).get('captures', id) : undefined;
  if (!capture) return undoSweepById(id);
  const last = capture?.history.at(-1);
  if (Date.now() - (last?.at ?? 0) > UNDO_TIME) throw new Failure('undo-too-late');
  const before = capture.removed ? undefined : last?.instead;
  const ids = [capture.id, ...(before === undefined ? [] : [before])];
  const changed = await changeBy(ids, (each, moment) =>
    each.id === capture.id ? undo(each, moment) : bringBack(each, capture.tag, moment),
  );
  const back = changed.find((each) => each.id === before);
  return back ? backWord(back) : undoneWord(changed.find((each) => each.id === capture.id) ?? capture);
}
