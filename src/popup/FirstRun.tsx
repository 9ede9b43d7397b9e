import type { Project } from '../core/project.ts';
import { words } from '../platform/words.ts';
import { ProjectForm } from '../ui/ProjectForm.tsx';
import { useRename, wordsOf } from '../ui/rename-project.ts';

/** Asked until it was answered: without a target a tag says nothing. */
export function FirstRun({ project }: { project: Project }) {
  const { run, busy, failure } = useRename(project);
  return (
    <section class="first-run" aria-labelledby="first-run">
      <h2 id="first-run">{words('popup_first_run')}</h2>
      <ProjectForm start={wordsOf(project)} busy={busy} failure={failure} onSave={run} />
    </section>
  );
}
