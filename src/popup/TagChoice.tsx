import { TAGS, type Tag } from '../core/tag.ts';
import { tagName, words } from '../platform/words.ts';
import { TagShape } from '../ui/TagShape.tsx';
import './TagChoice.css';

interface Props {
  readonly tag: Tag;
  readonly tabIndex: number;
  readonly onChoose: (tag: Tag) => void;
}

/** Three buttons, one of them pressed: a click is enough, and the arrows stay free for the list. */
export function TagChoice({ tag: chosen, tabIndex, onChoose }: Props) {
  return (
    <fieldset class="tag-choice">
      <legend class="unseen">{words('popup_tag')}</legend>
      {TAGS.map((tag, index) => (
        <button
          key={tag}
          type="button"
          class={`bare ${tag}`}
          tabIndex={tabIndex}
          aria-pressed={tag === chosen}
          aria-label={tagName(tag)}
          title={words('popup_key', tagName(tag), index + 1)}
          onClick={() => onChoose(tag)}
        >
          <TagShape tag={tag} size={12} />
        </button>
      ))}
    </fieldset>
  );
}
