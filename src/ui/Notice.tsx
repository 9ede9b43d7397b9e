import type { ComponentChildren } from 'preact';
import type { FailureNote } from '../core/failure.ts';
import { failureWords, words } from '../platform/words.ts';
import './Notice.css';

interface NoticeProps {
  readonly tone: 'problem' | 'info';
  readonly text: string;
  readonly detail?: string | undefined;
  readonly onDismiss?: (() => void) | undefined;
  /** What can be done about it: buttons. */
  readonly children?: ComponentChildren;
}

/** Something to know, and what to do about it. A problem is said at once, the rest when there is a pause. */
export function Notice({ tone, text, detail, onDismiss, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <div class="notice-words">
        <strong>{text}</strong>
        {detail && <p>{detail}</p>}
        {children && <div class="notice-actions">{children}</div>}
      </div>
      {onDismiss && (
        <button type="button" class="bare notice-close" aria-label={words('close')} onClick={onDismiss}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
          </svg>
        </button>
      )}
    </div>
  );
}

interface FailureProps {
  readonly failure: FailureNote;
  readonly onDismiss?: (() => void) | undefined;
  readonly children?: ComponentChildren;
}

/** What went wrong and the one thing to do, in the words of `_locales`. */
export function FailureNotice({ failure, ...rest }: FailureProps) {
  const { text, remedy } = failureWords(failure);
  return <Notice tone="problem" text={text} detail={remedy} {...rest} />;
}
