import { words } from '../platform/words.ts';
import { Mark } from '../ui/Mark.tsx';
import { hrefOf, type Route } from './route.ts';

const ICONS = {
  projects: 'M2.5 4.5h4l1.5 2h5.5v6h-11z',
  capture: 'M2 4.5V2h2.5M11.5 2H14v2.5M14 11.5V14h-2.5M4.5 14H2v-2.5M5 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  access: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM1.8 8h12.4M8 1.8c4 4 4 8.4 0 12.4M8 1.8c-4 4-4 8.4 0 12.4',
  file: 'M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2M6.2 8.4h3.6M6.2 11h3.6',
  about: 'M8 1.8 13 4v4c0 3-2.1 5.2-5 6.2C5.1 13.2 3 11 3 8V4zM6 8l1.5 1.5L10.2 6.6',
} as const;

const LABELS = {
  projects: 'options_projects',
  capture: 'options_capture',
  access: 'options_access',
  file: 'options_file',
  about: 'options_about',
} as const;

const SECTIONS = ['projects', 'capture', 'access', 'file', 'about'] as const;

export function Nav({ view }: { view: Route['view'] }) {
  const section = view === 'project' || view === 'new' ? 'projects' : view;
  return (
    <nav aria-label={words('options_sections')}>
      <p class="brand">
        <Mark size={24} />
        {words('app_name')}
      </p>
      <ul>
        {SECTIONS.map((id) => (
          <li key={id}>
            <a href={hrefOf({ view: id })} aria-current={id === section ? 'page' : undefined}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d={ICONS[id]} fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" />
              </svg>
              {words(LABELS[id])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
