import type { Project } from '../core/project.ts';
import { words } from '../platform/words.ts';
import { ProjectForm } from '../ui/ProjectForm.tsx';
import { isUnnamed, useRename, wordsOf } from '../ui/rename-project.ts';
import { Step } from './Step.tsx';

export function TargetStep({ project }: { project: Project | undefined }) {
  const answered = project !== undefined && !isUnnamed(project);
  return (
    <Step number={1} title={words('welcome_target')} done={answered}>
      <p class="quiet">{words('welcome_target_why')}</p>
      {project?.managed && <p>{words('welcome_target_managed', project.target)}</p>}
      {project && !project.managed && <Rename key={project.id} project={project} />}
    </Step>
  );
}

function Rename({ project }: { project: Project }) {
  const { run, busy, failure } = useRename(project);
  return <ProjectForm start={wordsOf(project)} busy={busy} failure={failure} onSave={run} />;
}
