import { KEEP_HERE, type Project } from '../core/project.ts';
import { TAGS } from '../core/tag.ts';
import { tagName, words } from '../platform/words.ts';
import { TagShape } from '../ui/TagShape.tsx';
import { TAG_HINTS } from '../ui/tags.ts';
import { MenuPicture } from './MenuPicture.tsx';
import { Step } from './Step.tsx';
import './TagStep.css';

export function TagStep({ project }: { project: Project | undefined }) {
  return (
    <Step number={3} title={words('welcome_tag')}>
      <p class="quiet">{words('welcome_tag_how')}</p>
      <MenuPicture project={project?.name ?? ''} />
      <ul class="tag-list">
        {TAGS.map((tag) => (
          <li key={tag}>
            <TagShape tag={tag} size={18} />
            <div>
              <strong>{tagName(tag)}</strong>
              <p class="quiet">{words(TAG_HINTS[tag])}</p>
            </div>
          </li>
        ))}
      </ul>
      {project?.destination.id === KEEP_HERE.id && <p class="quiet">{words('welcome_tag_then')}</p>}
    </Step>
  );
}
