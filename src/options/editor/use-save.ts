import { useSignal } from '@preact/signals';
import { Failure } from '../../core/failure.ts';
import { ask } from '../../platform/messaging.ts';
import { type Action, useAction } from '../../ui/use-action.ts';
import { hrefOf } from '../route.ts';
import { projectDraftOf } from './form.ts';
import { allowHosts } from './use-connection.ts';
import type { FormState } from './use-form.ts';

export interface Save extends Action<[], void> {
  /** Something was saved since the page was opened. */
  readonly saved: boolean;
}

/** Saves what is typed. Access to the destination's hosts is asked for first: after one `await` the click counts no longer. */
export function useSave(id: string | undefined, { form, settle }: FormState): Save {
  const saved = useSignal(false);
  const action = useAction(async () => {
    const allowed = await allowHosts(form);
    const project = await ask('saveProject', projectDraftOf(form, id));
    settle(project);
    saved.value = true;
    if (id === undefined) location.replace(hrefOf({ view: 'project', id: project.id }));
    // It is saved all the same: captures wait until the browser lets Foil through.
    if (!allowed) throw new Failure('host-access-missing');
  });
  return { ...action, saved: saved.value };
}
