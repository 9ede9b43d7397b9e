import { words } from '../platform/words.ts';
import { language, number } from '../ui/language.ts';
import type { Written } from './entries.ts';
import { formatBytes } from './format-bytes.ts';

interface Props {
  readonly written: Written;
  readonly total: number;
  readonly onCancel: () => void;
}

export function Running({ written, total, onCancel }: Props) {
  const done = written.positives + written.negatives + written.missing;
  const all = Math.max(total, done);
  return (
    <section class="running">
      <div class="figures">
        <strong id="export-progress">{words('export_progress', number(done), number(all))}</strong>
        <span class="quiet">{formatBytes(written.bytes, language())}</span>
      </div>
      <progress aria-labelledby="export-progress" value={done} max={all} />
      <div class="figures">
        <p class="quiet">{words('export_keep_open')}</p>
        <button type="button" onClick={onCancel}>
          {words('export_cancel')}
        </button>
      </div>
    </section>
  );
}
