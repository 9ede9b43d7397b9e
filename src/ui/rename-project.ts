import type { Project } from '../core/project.ts';
import { ask } from '../platform/messaging.ts';
import { words } from '../platform/words.ts';
import type { ProjectWords } from './ProjectForm.tsx';
import { useAction } from './use-action.ts';

/** Whether nobody has said yet what this project is to find. */
export function isUnnamed({ target, managed }: Project): boolean {
  return !managed && target === words('first_target');
}

/** What the form starts with: an empty target asks, the placeholder of a first project would answer. */
export function wordsOf(project: Project): ProjectWords {
  return { name: project.name, target: isUnnamed(project) ? '' : project.target };
}

export function useRename({ id, destination }: Pick<Project, 'id' | 'destination'>) {
  return useAction((typed: ProjectWords) => ask('saveProject', { id, destination, ...typed }));
}
