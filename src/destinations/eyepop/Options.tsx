import { useSignal } from '@preact/signals';
import type { FailureNote } from '../../core/failure.ts';
import { textAt } from '../../core/json.ts';
import { failureWords, words } from '../../platform/words.ts';
import { Field } from '../Field.tsx';
import type { DestinationFormProps } from '../forms.ts';
import { DatasetField } from './DatasetField.tsx';
import { KeyField } from './KeyField.tsx';
import { EYEPOP_BASE } from './meta.ts';
import { sessionAccount } from './session-account.ts';
import './Options.css';

export function EyePopOptions(form: DestinationFormProps) {
  return (
    <>
      <KeyField secret={{ ...form.secret, onType: (typed) => takeSecret(form, typed) }} />
      <fieldset disabled={form.locked}>
        <DatasetField {...form} />
        <Advanced {...form} />
      </fieldset>
    </>
  );
}

/** A session names its account: nobody has to type that again. */
function takeSecret({ secret, options, onOptions }: DestinationFormProps, typed: string): void {
  const account = sessionAccount(typed);
  if (account !== undefined) onOptions({ ...options, account });
  secret.onType(typed);
}

/** What most people never touch; open where something is set or wrong. */
function Advanced({ options, onOptions, failure }: Pick<DestinationFormProps, 'options' | 'onOptions' | 'failure'>) {
  const base = textAt(options, 'base') ?? '';
  const account = textAt(options, 'account') ?? '';
  const wrong = problemOf(failure);
  const open = useSignal((base !== '' && base !== EYEPOP_BASE) || account !== '');
  // What is being typed in stays open, whatever becomes of a problem that had opened it.
  const type = (typed: Record<string, string>) => {
    open.value = true;
    onOptions({ ...options, ...typed });
  };
  const toggle = (details: HTMLDetailsElement) => {
    open.value = details.open;
  };
  return (
    <details
      class="field-group eyepop-advanced"
      open={open.value || wrong !== undefined}
      onToggle={(event) => toggle(event.currentTarget)}
    >
      <summary>{words('eyepop_advanced')}</summary>
      <Field
        label={words('eyepop_base')}
        hint={words('eyepop_base_hint')}
        error={wrong?.at === 'base' ? wrong.text : undefined}
      >
        {(ties) => (
          <input
            {...ties}
            type="url"
            dir="ltr"
            spellcheck={false}
            placeholder={EYEPOP_BASE}
            value={base}
            onInput={(event) => type({ base: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={words('eyepop_account')}
        hint={words('eyepop_account_hint')}
        error={wrong?.at === 'account' ? wrong.text : undefined}
      >
        {(ties) => (
          <input
            {...ties}
            dir="ltr"
            spellcheck={false}
            value={account}
            onInput={(event) => type({ account: event.currentTarget.value })}
          />
        )}
      </Field>
    </details>
  );
}

/** Which field a failure is about, in the words that stand beside it. */
function problemOf(failure: FailureNote | undefined): { at: 'base' | 'account'; text: string } | undefined {
  if (failure?.kind === 'address-unsafe') return { at: 'base', text: failureWords(failure).text };
  if (failure?.fact === 'eyepop: account') return { at: 'account', text: words('eyepop_account_wrong') };
  return undefined;
}
