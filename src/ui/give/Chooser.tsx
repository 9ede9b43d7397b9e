import { useEffect, useId, useRef } from 'preact/hooks';
import type { Project } from '../../core/project.ts';
import { TAGS } from '../../core/tag.ts';
import { database } from '../../db/open.ts';
import { readCurrentProject } from '../../db/read.ts';
import { tagName, words } from '../../platform/words.ts';
import { number } from '../language.ts';
import { useLive } from '../live.ts';
import { TagShape } from '../TagShape.tsx';
import { TAG_HINTS } from '../tags.ts';
import type { Choice } from './keep-pictures.ts';
import { Previews } from './Previews.tsx';
import type { Picked } from './read-transfer.ts';

interface Props {
  readonly pictures: readonly Picked[];
  readonly onChoose: (choice: Choice) => void;
  readonly onLeave: () => void;
}

/** What the pictures are to the project: a click, or 1, 2, 3. Escape leaves. */
export function Chooser(props: Props) {
  const read = async () => readCurrentProject(await database());
  const project = useLive(read, ({ what }) => what === 'projects', []).value;
  return project ? <Choosing project={project} {...props} /> : null;
}

function Choosing({ project, pictures, onChoose, onLeave }: Props & { readonly project: Project }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const choose = (index: number) => {
    const tag = TAGS[index];
    if (tag) onChoose({ project: project.id, tag });
  };
  const pressed = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (!ctrlKey && !metaKey && !altKey && /^[1-3]$/.test(key)) choose(Number(key) - 1);
  };
  return (
    <dialog ref={dialog} class="give" aria-labelledby={id} onClose={onLeave} onKeyDown={pressed}>
      <header>
        <h2 id={id}>{titleFor(pictures.length, project.name)}</h2>
        <button type="button" class="bare give-close" aria-label={words('close')} onClick={onLeave}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      <Previews pictures={pictures} />
      <div class="give-tags">
        {TAGS.map((tag, index) => (
          <button key={tag} type="button" autofocus={index === 0} onClick={() => choose(index)}>
            <TagShape tag={tag} size={16} />
            <span>
              <strong>{tagName(tag)}</strong>
              <span class="quiet">{words(TAG_HINTS[tag])}</span>
            </span>
            <kbd>{index + 1}</kbd>
          </button>
        ))}
      </div>
    </dialog>
  );
}

function titleFor(count: number, project: string): string {
  return count === 1 ? words('give_title_one', project) : words('give_title', number(count), project);
}
