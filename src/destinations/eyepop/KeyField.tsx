import { useSignal } from '@preact/signals';
import { words } from '../../platform/words.ts';
import { Field, type FieldTies } from '../Field.tsx';
import type { SecretForm } from '../forms.ts';

/** An API key, or a session that the person's own backend made. One that is kept is never shown. */
export function KeyField({ secret }: { secret: SecretForm }) {
  const replacing = useSignal(false);
  if (secret.kept && !replacing.value && secret.typed === '')
    return (
      <Kept
        secret={secret}
        onReplace={() => {
          replacing.value = true;
        }}
      />
    );
  return <Typed secret={secret} />;
}

function Kept({ secret, onReplace }: { secret: SecretForm; onReplace: () => void }) {
  return (
    <div class="field">
      <div class="field-name">
        <span class="field-label">{words('eyepop_key')}</span>
        <p class="quiet">{words('eyepop_key_hint', secret.origin ?? '')}</p>
      </div>
      <div class="eyepop-kept">
        <span>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="m3 8.5 3.2 3.2L13 5"
              fill="none"
              stroke="var(--positive)"
              stroke-width="2"
              stroke-linecap="round"
            />
          </svg>
          {words('eyepop_key_kept')}
        </span>
        <button type="button" onClick={onReplace}>
          {words('eyepop_key_replace')}
        </button>
        <button type="button" class="bare" onClick={secret.onForget}>
          {words('eyepop_key_forget')}
        </button>
      </div>
    </div>
  );
}

function Typed({ secret }: { secret: SecretForm }) {
  const session = useSignal(secret.typed.trim().startsWith('{'));
  const change = () => {
    session.value = !session.value;
    secret.onType('');
  };
  return (
    <Field
      label={words(session.value ? 'eyepop_session' : 'eyepop_key')}
      hint={words(session.value ? 'eyepop_session_hint' : 'eyepop_key_hint', secret.origin ?? '')}
    >
      {(ties) => (
        <>
          {session.value ? <SessionInput secret={secret} ties={ties} /> : <KeyInput secret={secret} ties={ties} />}
          <button type="button" class="bare eyepop-other" onClick={change}>
            {words(session.value ? 'eyepop_use_key' : 'eyepop_use_session')}
          </button>
        </>
      )}
    </Field>
  );
}

interface InputProps {
  readonly secret: SecretForm;
  readonly ties: FieldTies;
}

function KeyInput({ secret, ties }: InputProps) {
  return (
    <input
      {...ties}
      type="password"
      dir="ltr"
      autocomplete="off"
      spellcheck={false}
      placeholder="eyp_…"
      value={secret.typed}
      onInput={(event) => secret.onType(event.currentTarget.value)}
    />
  );
}

function SessionInput({ secret, ties }: InputProps) {
  return (
    <textarea
      {...ties}
      class="eyepop-session"
      dir="ltr"
      rows={4}
      autocomplete="off"
      spellcheck={false}
      placeholder='{"eyepopUrl": "https://…", "accessToken": "…"}'
      value={secret.typed}
      onInput={(event) => secret.onType(event.currentTarget.value)}
    />
  );
}
