import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './Field.css';

/** What ties a control to its words; spread onto it. */
export interface FieldTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, said as soon as it is there. */
  readonly error?: string | undefined;
  readonly children: (ties: FieldTies) => ComponentChildren;
}

/** A control with its name, what it is for, and what is wrong with it. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <div class="field-name">
        <label for={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} class="quiet">
            {hint}
          </p>
        )}
      </div>
      <div class="field-control">
        {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': error !== undefined })}
        {error && (
          <p id={`${id}-error`} class="field-error" role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
