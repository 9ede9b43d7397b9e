import type { Project } from '../core/project.ts';
import { words } from '../platform/words.ts';
import { Mark } from '../ui/Mark.tsx';
import { isUnnamed } from '../ui/rename-project.ts';
import './Header.css';

interface Props {
  readonly projects: readonly Project[];
  readonly project: Project | undefined;
  readonly onSelect: (project: string) => void;
  readonly onOptions: () => void;
}

/** Which project, and the way to Options. There before anything was read. */
export function Header({ projects, project, onSelect, onOptions }: Props) {
  return (
    <header class="header">
      <h1 class="unseen">{words('app_name')}</h1>
      <Mark size={26} />
      <div class="header-project">
        <span class="header-select">
          <select
            aria-label={words('popup_project')}
            value={project?.id}
            disabled={!project}
            onChange={({ currentTarget }) => onSelect(currentTarget.value)}
          >
            {projects.map(({ id, name }) => (
              <option key={id} value={id} selected={id === project?.id}>
                {name}
              </option>
            ))}
          </select>
          <svg viewBox="0 0 10 10" width="9" height="9" fill="none" stroke="currentColor" aria-hidden="true">
            <path d="m1.5 3.2 3.5 3.6 3.5-3.6" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
          </svg>
        </span>
        <p class="header-target">{project && !isUnnamed(project) && words('popup_finds', project.target)}</p>
      </div>
      <button
        type="button"
        class="bare header-options"
        aria-label={words('popup_options')}
        title={words('popup_options')}
        onClick={onOptions}
      >
        <Sliders />
      </button>
    </header>
  );
}

function Sliders() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      aria-hidden="true"
    >
      <path d="M3 6h7m5 0h2M3 14h2m5 0h7" stroke-linecap="round" />
      <circle cx="12.5" cy="6" r="2.2" />
      <circle cx="7.5" cy="14" r="2.2" />
    </svg>
  );
}
