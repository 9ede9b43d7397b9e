import { toFailure } from '../core/failure.ts';
import type { UntrustedHandlers } from '../platform/messaging.ts';
import { choose } from './choose.ts';
import { hashFor, tagsOf } from './known.ts';
import { markCaptured, takePart } from './mark.ts';
import { followPointer } from './menu-scope.ts';
import { sweepCalls } from './sweep/calls.ts';
import { takeBack } from './take-back.ts';
import { tellFailure } from './tell.ts';
import { problemWord } from './word-for.ts';

/** What a script in a page may ask for. Its arguments are parsed: a page could have taken over the process it runs in. */
export const fromPage: UntrustedHandlers = {
  pointed: ([atImage]) => followPointer(atImage === true),
  undo: ([id]) => takeBack(id).catch((error) => problemWord(toFailure(error))),
  choose: ([id, index], { tab }) => orSay(tab?.id, () => choose(id, index, tab?.id)),
  mark: ([id], { tab }) => orSay(tab?.id, () => markCaptured(id, tab?.id)),
  part: (args, { tab }) => orSay(tab?.id, () => takePart(args, tab?.id)),
  known: ([shown], sender) => tagsOf(shown, sender),
  hash: ([bytes], sender) => hashFor(bytes, sender),
  ...sweepCalls,
};

/** What cannot be done is said in the word: the page's own script has no words for it. */
async function orSay(tabId: number | undefined, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tabId !== undefined) await tellFailure({ tabId }, toFailure(error));
  }
}
