import type { Signal } from '@preact/signals';
import { words } from '../../platform/words.ts';
import { useLive } from '../../ui/live.ts';
import { readEditing } from '../read.ts';
import { hrefOf } from '../route.ts';
import { EditorForm } from './EditorForm.tsx';
import './editor.css';

/** One project, new where `id` is `undefined`. */
export function Editor({ id, dirty }: { id: string | undefined; dirty: Signal<boolean> }) {
  const editing = useLive(
    () => readEditing(id),
    ({ what }) => what === 'projects' || what === 'captures',
    [id],
  ).value;
  if (editing === undefined) return null;
  return (
    <>
      <a class="back" href={hrefOf({ view: 'projects' })}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M10 3.5 5.5 8l4.5 4.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
        </svg>
        {words('options_projects')}
      </a>
      {editing ? <EditorForm editing={editing} dirty={dirty} /> : <p>{words('options_project_gone')}</p>}
    </>
  );
}
