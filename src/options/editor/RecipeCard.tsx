import { useId } from 'preact/hooks';
import { TAGS, type Tag } from '../../core/tag.ts';
import { tagName, words } from '../../platform/words.ts';
import { TagShape } from '../../ui/TagShape.tsx';
import { TAG_HINTS } from '../../ui/tags.ts';
import { Card } from '../Card.tsx';
import type { Flaw, ProjectForm } from './form.ts';

interface Props {
  readonly form: ProjectForm;
  readonly flaws: readonly Flaw[];
  readonly onChange: (patch: Partial<ProjectForm>) => void;
}

/** How many of each tag to aim for. */
export function RecipeCard({ form: { recipe }, flaws, onChange }: Props) {
  const id = useId();
  const wrong = flaws.includes('recipe-wrong');
  const set = (tag: Tag, value: string) => onChange({ recipe: { ...recipe, [tag]: value } });
  return (
    <Card title={words('options_recipe')} detail={words('options_recipe_detail')}>
      <div class="recipe">
        {TAGS.map((tag) => (
          <label key={tag}>
            <span class="recipe-tag">
              <TagShape tag={tag} />
              {tagName(tag)}
            </span>
            <input
              inputMode="numeric"
              maxLength={6}
              value={recipe[tag]}
              aria-invalid={wrong && !/^\s*\d+\s*$/.test(recipe[tag])}
              aria-describedby={wrong ? id : undefined}
              onInput={(event) => set(tag, event.currentTarget.value)}
            />
            <span class="quiet">{words(TAG_HINTS[tag])}</span>
          </label>
        ))}
      </div>
      {wrong && (
        <p id={id} class="field-error" role="alert">
          {words('options_recipe_wrong')}
        </p>
      )}
    </Card>
  );
}
