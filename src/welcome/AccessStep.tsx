import type { FailureNote } from '../core/failure.ts';
import { words } from '../platform/words.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Step } from './Step.tsx';
import './AccessStep.css';

interface Props {
  /** `undefined` until it is known. */
  readonly allowed: boolean | undefined;
  readonly busy: boolean;
  readonly failure: FailureNote | undefined;
  readonly request: () => void;
}

export function AccessStep({ allowed, busy, failure, request }: Props) {
  return (
    <Step number={2} title={words('welcome_access')} done={allowed === true}>
      <p class="quiet">{words('welcome_access_why')}</p>
      <div class="access-step" role="status">
        {allowed === true ? (
          <p class="access-given">{words('welcome_access_given')}</p>
        ) : (
          <button type="button" class="main" disabled={busy || allowed === undefined} onClick={request}>
            {words('welcome_access_allow')}
          </button>
        )}
      </div>
      {failure && <FailureNotice failure={failure} />}
      <p class="quiet">{words('welcome_access_without')}</p>
    </Step>
  );
}
