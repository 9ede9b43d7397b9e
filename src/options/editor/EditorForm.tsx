import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { sendsCaptures } from '../../core/project.ts';
import { words } from '../../platform/words.ts';
import { FailureNotice, Notice } from '../../ui/Notice.tsx';
import { Lock } from '../Lock.tsx';
import { PageHead } from '../PageHead.tsx';
import type { Editing } from '../read.ts';
import { Basics } from './Basics.tsx';
import { DestinationCard } from './DestinationCard.tsx';
import { flawsOf } from './form.ts';
import { RecipeCard } from './RecipeCard.tsx';
import { RemoveCard } from './RemoveCard.tsx';
import { RightsCard } from './RightsCard.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SendExisting } from './SendExisting.tsx';
import { useForm } from './use-form.ts';
import { useSave } from './use-save.ts';

export function EditorForm({ editing, dirty }: { editing: Editing; dirty: Signal<boolean> }) {
  const { project, taken } = editing;
  const state = useForm(project, dirty);
  const save = useSave(project?.id, state);
  const attempts = useSignal(0);
  const element = useRef<HTMLFormElement>(null);
  const flaws = flawsOf(state.form, taken);
  const shown = attempts.value > 0 ? flaws : flaws.filter((flaw) => flaw === 'name-taken');
  useEffect(() => {
    if (attempts.value > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts.value]);
  const trySave = () => {
    if (flaws.length > 0) attempts.value += 1;
    else void save.run();
  };
  return (
    <form
      ref={element}
      class="editor"
      inert={save.busy}
      noValidate
      autocomplete="off"
      onSubmit={(event) => event.preventDefault()}
    >
      <PageHead title={project?.name ?? words('options_new_project')}>{project?.managed && <Lock />}</PageHead>
      {project?.managed && <Notice tone="info" text={words('options_managed_detail')} />}
      <fieldset disabled={project?.managed === true}>
        <Basics form={state.form} flaws={shown} onChange={state.change} />
      </fieldset>
      <DestinationCard state={state} editing={editing} />
      <fieldset disabled={project?.managed === true}>
        <RecipeCard form={state.form} flaws={shown} onChange={state.change} />
        <RightsCard form={state.form} onChange={state.change} />
        {project && !project.managed && (
          <RemoveCard project={project} captures={editing.captures} alone={taken.length === 0} />
        )}
      </fieldset>
      {save.failure && <FailureNotice failure={save.failure} onDismiss={save.dismiss} />}
      {project && !dirty.value && sendsCaptures(project) && <SendExisting project={project} />}
      <SaveBar fresh={!project} dirty={dirty.value} save={save} onSave={trySave} onDiscard={state.discard} />
    </form>
  );
}
