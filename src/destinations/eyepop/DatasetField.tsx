import { useSignal } from '@preact/signals';
import { textAt } from '../../core/json.ts';
import { words } from '../../platform/words.ts';
import { FailureNotice, Notice } from '../../ui/Notice.tsx';
import { Field } from '../Field.tsx';
import type { ChoicesForm, DestinationFormProps } from '../forms.ts';
import { DatasetList } from './DatasetList.tsx';
import { parseDatasetAddress } from './dashboard.ts';

/** The dataset, pasted as it stands in the dashboard, or chosen from a list. */
export function DatasetField({ options, onOptions, choices }: DestinationFormProps) {
  const typed = useSignal('');
  const chosen = textAt(options, 'dataset') ?? '';
  const parsed = parseDatasetAddress(typed.value);
  // An address stays in sight as it was pasted, as long as it names what is chosen.
  const shown = (parsed?.dataset ?? typed.value) === chosen ? typed.value : chosen;
  const wrong = shown !== '' && shown === typed.value && !parsed;
  const choose = (dataset: string) => {
    typed.value = '';
    onOptions({ ...options, dataset });
  };
  const paste = (text: string) => {
    typed.value = text;
    onOptions({ ...options, ...(parseDatasetAddress(text) ?? { dataset: text }) });
  };
  return (
    <Field
      label={words('eyepop_dataset')}
      hint={words('eyepop_dataset_hint')}
      error={wrong ? words('eyepop_dataset_wrong') : undefined}
    >
      {(ties) => (
        <>
          <input
            {...ties}
            dir="ltr"
            spellcheck={false}
            placeholder="https://dashboard.eyepop.ai/…"
            value={shown}
            onInput={(event) => paste(event.currentTarget.value)}
          />
          <LoadButton choices={choices} options={options} />
          <Trouble choices={choices} account={textAt(options, 'account')} />
          {choices.list && <DatasetList list={choices.list} chosen={chosen} onChoose={choose} />}
        </>
      )}
    </Field>
  );
}

/** EyePop lists the datasets of an account, and refuses when it is not told which. */
function Trouble({ choices: { failure }, account }: { choices: ChoicesForm; account: string | undefined }) {
  if (!failure) return null;
  if (failure.kind !== 'refused' || account !== undefined) return <FailureNotice failure={failure} />;
  return <Notice tone="problem" text={words('eyepop_account_needed')} detail={words('eyepop_account_needed_detail')} />;
}

function LoadButton({ choices: { busy, list, onLoad }, options }: Pick<DestinationFormProps, 'choices' | 'options'>) {
  const { dataset: _, ...others } = options;
  return (
    <div>
      <button type="button" disabled={busy} onClick={() => onLoad(others)}>
        {words(busy ? 'eyepop_loading' : list ? 'eyepop_show_again' : 'eyepop_show')}
      </button>
    </div>
  );
}
