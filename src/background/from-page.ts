import { undo } from '../core/change.ts';
import { Failure } from '../core/failure.ts';
import { database } from '../db/open.ts';
import type { UntrustedHandlers } from '../platform/messaging.ts';
import { hashFor, tagsOf } from './known.ts';
import { followPointer } from './menu-scope.ts';
import { changeBy } from './queue.ts';
import { undoneWord } from './tell.ts';

/** A word with Undo stays on a page for seconds; what comes much later did not come from it. In ms. */
const UNDO_TIME = 5 * 60_000;

/** What a script in a page may ask for. Its arguments are parsed: a page could have taken over the process it runs in. */
export const fromPage: UntrustedHandlers = {
  pointed: ([atImage]) => followPointer(atImage === true),
  undo: async ([id]) => {
    const capture = typeof id === 'string' ? await (await database()).get('captures', id) : undefined;
    const last = capture?.history.at(-1)?.at ?? 0;
    if (!capture || Date.now() - last > UNDO_TIME) throw new Failure('undo-too-late');
    const [undone = capture] = await changeBy([capture.id], undo);
    return undoneWord(undone);
  },
  choose: async () => {
    throw new Failure('offer-too-late');
  },
  mark: async () => {
    throw new Failure('offer-too-late');
  },
  part: async () => {
    throw new Failure('offer-too-late');
  },
  known: ([shown], sender) => tagsOf(shown, sender),
  hash: ([bytes], sender) => hashFor(bytes, sender),
};
