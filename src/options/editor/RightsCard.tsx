import { RIGHTS_POLICIES } from '../../core/rights/policy.ts';
import { words } from '../../platform/words.ts';
import { Card } from '../Card.tsx';
import type { ProjectForm } from './form.ts';

interface Props {
  readonly form: ProjectForm;
  readonly onChange: (patch: Partial<ProjectForm>) => void;
}

/** What to do about images whose makers reserve such use. */
export function RightsCard({ form: { rights }, onChange }: Props) {
  return (
    <Card title={words('options_rights')} detail={words('options_rights_detail')}>
      <fieldset class="question rights-choice">
        <legend class="unseen">{words('options_rights')}</legend>
        {RIGHTS_POLICIES.map((policy) => (
          <label key={policy}>
            <input
              type="radio"
              name="rights"
              checked={policy === rights}
              onChange={() => onChange({ rights: policy })}
            />
            <span>
              <strong>{words(`options_rights_${policy}`)}</strong>
              <span class="quiet">{words(`options_rights_${policy}_detail`)}</span>
            </span>
          </label>
        ))}
        <p class="quiet">{words('options_rights_beside')}</p>
      </fieldset>
    </Card>
  );
}
