import { useSignal } from '@preact/signals';
import type { Checked, Choice } from '../../core/connection.ts';
import { Failure, type FailureNote } from '../../core/failure.ts';
import { ask } from '../../platform/messaging.ts';
import { requestHosts } from '../../platform/permissions.ts';
import type { Draft } from '../../protocol.ts';
import { type Action, useAction } from '../../ui/use-action.ts';
import { connectionDraftOf, type ProjectForm, readDestination } from './form.ts';

export interface Connection {
  readonly test: Action<[], void>;
  /** Of exactly what is typed now; `undefined` when that has not been tried. */
  readonly checked: Checked | undefined;
  readonly load: Action<[ProjectForm], void>;
  readonly loadFailure: FailureNote | undefined;
  readonly choices: readonly Choice[] | undefined;
}

/** Tries a destination as it is typed, saved or not. What is found counts until something else is typed. */
export function useConnection(form: ProjectForm, id: string | undefined): Connection {
  const draft = connectionDraftOf(form, id);
  const typed = JSON.stringify(draft);
  const tried = useSignal<{ readonly typed: string; readonly checked: Checked } | undefined>(undefined);
  const asked = useSignal('');
  const list = useSignal<readonly Choice[] | undefined>(undefined);
  const fetchChoices = async (from: ProjectForm) => {
    list.value = undefined;
    asked.value = sourceOf(draft);
    list.value = await ask('choices', connectionDraftOf(from, id));
  };
  const load = useAction(async (from: ProjectForm) => {
    if (!(await allowHosts(from))) throw new Failure('host-access-missing');
    await fetchChoices(from);
  });
  const test = useAction(async () => {
    if (!(await allowHosts(form))) throw new Failure('host-access-missing');
    load.dismiss();
    const checked = await ask('check', draft);
    tried.value = { typed, checked };
    if (!checked.ok && needsChoice(checked.failure)) await fetchChoices(form);
  });
  const current = asked.value === sourceOf(draft);
  return {
    test,
    load,
    checked: tried.value?.typed === typed ? tried.value.checked : undefined,
    loadFailure: current ? load.failure : undefined,
    choices: current ? list.value : undefined,
  };
}

/** Has to be called first in a click: after one `await` the browser's prompt is refused. */
export function allowHosts(form: ProjectForm): Promise<boolean> {
  const hosts = readDestination(form).known?.hosts ?? [];
  return hosts.length === 0 ? Promise.resolve(true) : requestHosts(hosts);
}

function needsChoice({ kind }: FailureNote): boolean {
  return kind === 'dataset-unchosen' || kind === 'dataset-missing';
}

/** What a list of datasets depends on: anything but which of them is chosen. */
function sourceOf({ destination: { id, options }, secret }: Draft): string {
  return JSON.stringify([id, options['base'], options['account'], secret]);
}
