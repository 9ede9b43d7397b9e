import type { SettingsChange } from '../../core/settings.ts';
import { words } from '../../platform/words.ts';
import { describeValue } from './describe-value.ts';

interface Props {
  readonly name: string;
  readonly changes: readonly SettingsChange[];
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What an import would do, before it does it; the addresses that images would go to first. */
export function Preview({ name, changes, busy, onConfirm, onCancel }: Props) {
  return (
    <div class="preview">
      <h3>{words('options_preview', name)}</h3>
      {changes.length === 0 ? <p class="quiet">{words('options_preview_none')}</p> : <Changes changes={changes} />}
      <div class="confirm-actions">
        <button type="button" onClick={onCancel}>
          {words(changes.length === 0 ? 'close' : 'options_cancel')}
        </button>
        {changes.length > 0 && (
          <button type="button" class="main" disabled={busy} onClick={onConfirm}>
            {words('options_preview_confirm')}
          </button>
        )}
      </div>
    </div>
  );
}

function Changes({ changes }: { changes: readonly SettingsChange[] }) {
  const sends = changes.some(({ field, after }) => field === 'origins' && after !== '');
  return (
    <>
      {sends && <p class="preview-warning">{words('options_preview_warning')}</p>}
      <div class="preview-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{words('options_preview_project')}</th>
              <th scope="col">{words('options_preview_field')}</th>
              <th scope="col">{words('options_preview_before')}</th>
              <th scope="col">{words('options_preview_after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Row key={`${change.field} ${change.project}`} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ change: { project, field, before, after } }: { change: SettingsChange }) {
  return (
    <tr class={field === 'origins' ? 'origins' : undefined}>
      <th scope="row">{project}</th>
      <td>{words(`options_field_${field}`)}</td>
      <td class="before">{describeValue(field, before) || '–'}</td>
      <td>{describeValue(field, after) || '–'}</td>
    </tr>
  );
}
