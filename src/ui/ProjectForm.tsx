import { useId } from 'preact/hooks';
import type { FailureNote } from '../core/failure.ts';
import { words } from '../platform/words.ts';
import { FailureNotice } from './Notice.tsx';
import './ProjectForm.css';

export interface ProjectWords {
  readonly name: string;
  readonly target: string;
}

interface Props {
  readonly start: ProjectWords;
  readonly busy: boolean;
  readonly failure: FailureNote | undefined;
  readonly onSave: (typed: ProjectWords) => void;
}

/** What a model should find, and what to call the project. */
export function ProjectForm({ start, busy, failure, onSave }: Props) {
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) onSave(typedIn(event.currentTarget));
  };
  return (
    <form class="project-form" onSubmit={save} autocomplete="off">
      <Field name="target" label={words('ui_target')} value={start.target} hint={words('ui_target_hint')} />
      <Field name="name" label={words('ui_project_name')} value={start.name} />
      <button type="submit" class="main" disabled={busy}>
        {words('ui_save')}
      </button>
      {failure && <FailureNotice failure={failure} />}
    </form>
  );
}

function Field({ name, label, value, hint }: { name: string; label: string; value: string; hint?: string }) {
  const id = useId();
  return (
    <div class="project-field">
      <label for={id}>{label}</label>
      <input id={id} name={name} defaultValue={value} placeholder={hint} maxLength={80} required />
    </div>
  );
}

function typedIn(form: HTMLFormElement): ProjectWords {
  const typed = new FormData(form);
  return { name: String(typed.get('name')), target: String(typed.get('target')) };
}
