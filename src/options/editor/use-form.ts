import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Project } from '../../core/project.ts';
import { differs, formOf, type ProjectForm } from './form.ts';

export interface FormState {
  readonly form: ProjectForm;
  change(patch: Partial<ProjectForm>): void;
  /** Back to what is saved. */
  discard(): void;
  /** This is what is saved now. */
  settle(project: Project): void;
}

/** What is being typed, against what is saved. `dirty` tells the page whether they differ. */
export function useForm(project: Project | undefined, dirty: Signal<boolean>): FormState {
  const saved = useSignal(formOf(project));
  const form = useSignal(saved.value);
  const set = (next: ProjectForm) => {
    form.value = next;
    dirty.value = differs(next, saved.value);
  };
  const settle = (now: Project | undefined) => {
    saved.value = formOf(now);
    set(saved.value);
  };
  // Changed elsewhere meanwhile: followed, unless something here would be lost by it.
  useEffect(() => {
    if (!dirty.value) settle(project);
  }, [project]);
  useEffect(
    () => () => {
      dirty.value = false;
    },
    [],
  );
  return {
    form: form.value,
    change: (patch) => set({ ...form.value, ...patch }),
    discard: () => set(saved.value),
    settle,
  };
}
