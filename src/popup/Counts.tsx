import type { Recipe } from '../core/project.ts';
import { TAGS, type Tag } from '../core/tag.ts';
import { tagName, words } from '../platform/words.ts';
import { number } from '../ui/language.ts';
import { TagShape } from '../ui/TagShape.tsx';
import { TAG_HINTS } from '../ui/tags.ts';
import './Counts.css';

interface Props {
  readonly recipe: Recipe;
  /** `undefined` until it was read. */
  readonly counts: Readonly<Record<Tag, number>> | undefined;
}

/** How many of each tag there are, and how many the recipe asks for. */
export function Counts({ recipe, counts }: Props) {
  return (
    <ul class="counts" aria-label={words('popup_counts')}>
      {TAGS.map((tag) => (
        <Count key={tag} tag={tag} count={counts?.[tag]} goal={recipe[tag]} />
      ))}
    </ul>
  );
}

function Count({ tag, count, goal }: { tag: Tag; count: number | undefined; goal: number }) {
  return (
    <li class={`count ${tag}`} title={words(TAG_HINTS[tag])}>
      <span class="count-tag">
        <TagShape tag={tag} size={11} />
        {tagName(tag)}
      </span>
      <span class="count-numbers">
        <strong>{count === undefined ? '–' : number(count)}</strong>
        {goal > 0 && ' '}
        {goal > 0 && <span class="count-goal">/ {number(goal)}</span>}
      </span>
      <span class="count-bar" aria-hidden="true">
        <span style={{ inlineSize: `${share(count ?? 0, goal) * 100}%` }} />
      </span>
      <span class="count-hint">{count !== undefined && hint(count, goal)}</span>
    </li>
  );
}

function share(count: number, goal: number): number {
  return goal > 0 ? Math.min(1, count / goal) : 1;
}

function hint(count: number, goal: number): string {
  return count < goal ? words('popup_to_go', number(goal - count)) : words('popup_goal_reached');
}
