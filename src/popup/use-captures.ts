import { useSignal } from '@preact/signals';
import type { Capture } from '../core/capture.ts';
import { Failure } from '../core/failure.ts';
import type { Tag } from '../core/tag.ts';
import { database } from '../db/open.ts';
import { ask } from '../platform/messaging.ts';
import { tagName, words } from '../platform/words.ts';
import { useAction } from '../ui/use-action.ts';

/** What a person does to single captures, and those that were taken back (or were to be) since the pop-up opened. */
export function useCaptures() {
  const taken = useSignal<readonly Capture[]>([]);
  const said = useSignal('');
  const takeBack = useAction(async (capture: Capture) => {
    // Before it is gone, so that its row never leaves the list, and the focus with it.
    taken.value = [...taken.value.filter(({ id }) => id !== capture.id), capture];
    await ask('remove', [capture.id]);
    said.value = words('taken_back');
  });
  const putBack = useAction(async (capture: Capture) => {
    await ask('restore', [capture.id]);
    // A removal that has passed through the queue meanwhile has taken the image with it.
    const here = await (await database()).get('captures', capture.id);
    if (!here) throw new Failure('original-missing');
    said.value = words('popup_put_back_done');
  });
  const tag = useAction(async (capture: Capture, chosen: Tag) => {
    await ask('retag', [capture.id], chosen);
    said.value = words('popup_now', tagName(chosen));
  });
  return { taken: taken.value, said: said.value, takeBack, putBack, tag };
}
