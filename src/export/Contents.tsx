import type { Project } from '../core/project.ts';
import type { Tag } from '../core/tag.ts';
import type { Tally } from '../core/tally.ts';
import { tagName, words } from '../platform/words.ts';
import { number } from '../ui/language.ts';
import { TagShape } from '../ui/TagShape.tsx';

/** What the file will hold: two folders and what is known of each image. */
export function Contents({ project: { target }, tags }: { project: Project; tags: Tally['tags'] }) {
  const negatives = tags['context-negative'] + tags.distractor;
  return (
    <section class="contents" aria-label={words('export_contents')}>
      <Folder name="positives" count={tags.positive} hint={words('export_positives_hint', target)}>
        <Share tag="positive" count={tags.positive} />
      </Folder>
      <Folder name="negatives" count={negatives} hint={words('export_negatives_hint', target)}>
        <Share tag="context-negative" count={tags['context-negative']} />
        <Share tag="distractor" count={tags.distractor} />
      </Folder>
      <p class="beside quiet">
        <code>metadata.jsonl</code> {words('export_metadata_hint')}
      </p>
      <p class="beside quiet">
        <code>README.md</code> {words('export_readme_hint')}
      </p>
    </section>
  );
}

interface FolderProps {
  readonly name: string;
  readonly count: number;
  readonly hint: string;
  readonly children: preact.ComponentChildren;
}

function Folder({ name, count, hint, children }: FolderProps) {
  return (
    <div class="folder">
      <code>{name}/</code>
      <strong>{number(count)}</strong>
      <p class="quiet">{hint}</p>
      <ul>{children}</ul>
    </div>
  );
}

function Share({ tag, count }: { tag: Tag; count: number }) {
  return (
    <li>
      <TagShape tag={tag} size={12} />
      <span>{tagName(tag)}</span>
      <span class="quiet">{number(count)}</span>
    </li>
  );
}
