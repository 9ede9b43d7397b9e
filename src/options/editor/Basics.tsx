import { Field } from '../../destinations/Field.tsx';
import { words } from '../../platform/words.ts';
import { Card } from '../Card.tsx';
import type { Flaw, ProjectForm } from './form.ts';

interface Props {
  readonly form: ProjectForm;
  readonly flaws: readonly Flaw[];
  readonly onChange: (patch: Partial<ProjectForm>) => void;
}

/** What the project is called and what its model should find. */
export function Basics({ form: { name, target }, flaws, onChange }: Props) {
  const targetError = flaws.includes('target-missing') ? words('options_target_missing') : undefined;
  return (
    <Card title={words('options_basics')}>
      <Field label={words('options_target')} hint={words('options_target_hint')} error={targetError}>
        {(ties) => (
          <input
            {...ties}
            maxLength={80}
            required
            placeholder={words('options_target_example')}
            value={target}
            onInput={(event) => onChange({ target: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words('options_name')} hint={words('options_name_hint')} error={nameError(flaws)}>
        {(ties) => (
          <input
            {...ties}
            maxLength={80}
            required
            value={name}
            onInput={(event) => onChange({ name: event.currentTarget.value })}
          />
        )}
      </Field>
    </Card>
  );
}

function nameError(flaws: readonly Flaw[]): string | undefined {
  if (flaws.includes('name-missing')) return words('options_name_missing');
  return flaws.includes('name-taken') ? words('options_name_taken') : undefined;
}
