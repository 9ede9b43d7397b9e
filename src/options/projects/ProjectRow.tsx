import type { Project } from '../../core/project.ts';
import { TAGS } from '../../core/tag.ts';
import type { Tally } from '../../core/tally.ts';
import { isDestinationId } from '../../destinations/metas.ts';
import { tagName, words } from '../../platform/words.ts';
import { number } from '../../ui/language.ts';
import { TagShape } from '../../ui/TagShape.tsx';
import { Lock } from '../Lock.tsx';
import { hrefOf } from '../route.ts';

interface Props {
  readonly project: Project;
  readonly tally: Tally;
  readonly current: boolean;
  readonly onSelect: () => void;
}

export function ProjectRow({ project, tally, current, onSelect }: Props) {
  return (
    <div class="project-row">
      <input
        type="radio"
        name="current"
        checked={current}
        aria-label={words('options_select_project', project.name)}
        onChange={onSelect}
      />
      <div class="project-name">
        <a href={hrefOf({ view: 'project', id: project.id })}>{project.name}</a>
        {current && <span class="chip now">{words('options_current')}</span>}
        {project.managed && <Lock />}
        <p class="quiet">
          {words('options_finds', project.target)} · {destinationOf(project)}
        </p>
      </div>
      <Counts tally={tally} />
      <svg class="chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="m6 3.5 4.5 4.5L6 12.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      </svg>
    </div>
  );
}

/** A destination of another version of Foil is called by its id. */
function destinationOf({ destination: { id } }: Project): string {
  return isDestinationId(id) ? words(`destination_${id}`) : id;
}

function Counts({ tally: { tags } }: { tally: Tally }) {
  return (
    <ul class="project-counts">
      {TAGS.map((tag) => (
        <li key={tag} title={tagName(tag)}>
          <TagShape tag={tag} size={11} alone />
          {number(tags[tag])}
        </li>
      ))}
    </ul>
  );
}
