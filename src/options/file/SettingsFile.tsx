import { useSignal } from '@preact/signals';
import type { SettingsChange } from '../../core/settings.ts';
import { ask } from '../../platform/messaging.ts';
import { words } from '../../platform/words.ts';
import { FailureNotice, Notice } from '../../ui/Notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Card } from '../Card.tsx';
import { PageHead } from '../PageHead.tsx';
import { Preview } from './Preview.tsx';
import { readSettingsFile } from './read-file.ts';
import { saveSettingsFile } from './save-file.ts';
import './file.css';

interface Waiting {
  readonly name: string;
  /** Parsed JSON, not believed: the background reads it. */
  readonly settings: unknown;
  readonly changes: readonly SettingsChange[];
}

type Step = Waiting | 'imported' | undefined;

/** Settings as a file, for colleagues and other computers. */
export function SettingsFile() {
  const step = useSignal<Step>(undefined);
  const save = useAction(saveSettingsFile);
  const look = useAction(async (file: File) => {
    step.value = undefined;
    const settings = await readSettingsFile(file);
    step.value = { name: file.name, settings, changes: await ask('previewSettings', settings) };
  });
  const apply = useAction(async ({ settings }: Waiting) => {
    await ask('importSettings', settings);
    step.value = 'imported';
  });
  const close = () => {
    step.value = undefined;
    apply.dismiss();
  };
  const failure = look.failure ?? apply.failure;
  return (
    <>
      <PageHead title={words('options_file')} detail={words('options_file_detail')} />
      <Card title={words('options_file_export')} detail={words('options_file_export_detail')}>
        <div class="file-act">
          <button type="button" disabled={save.busy} onClick={() => void save.run()}>
            {words('options_file_export_button')}
          </button>
        </div>
        {save.failure && <FailureNotice failure={save.failure} />}
      </Card>
      <Card title={words('options_file_import')} detail={words('options_file_import_detail')}>
        <FileButton onFile={(file) => void look.run(file)} />
        {failure && <FailureNotice failure={failure} />}
        {step.value === 'imported' && <Notice tone="info" text={words('options_file_imported')} onDismiss={close} />}
        {typeof step.value === 'object' && (
          <Preview {...step.value} busy={apply.busy} onConfirm={confirm(step.value, apply.run)} onCancel={close} />
        )}
      </Card>
    </>
  );
}

function confirm(waiting: Waiting, run: (waiting: Waiting) => unknown): () => void {
  return () => void run(waiting);
}

function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // The same file may be chosen again after it was corrected.
    input.value = '';
    if (file) onFile(file);
  };
  return (
    <div class="file-act">
      <label class="button file-choose">
        {words('options_file_import_button')}
        <input
          class="unseen"
          type="file"
          accept=".json,application/json"
          onChange={(event) => take(event.currentTarget)}
        />
      </label>
    </div>
  );
}
