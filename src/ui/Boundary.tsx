import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { noteOf, toFailure } from '../core/failure.ts';
import { words } from '../platform/words.ts';
import { FailureNotice } from './Notice.tsx';

/** The page's last edge: what a component or a read of the database throws is said, never swallowed. */
export function Boundary({ children }: { children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary((thrown) => console.error(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <FailureNotice failure={noteOf(toFailure(error))}>
      <button type="button" onClick={reset}>
        {words('ui_try_again')}
      </button>
    </FailureNotice>
  );
}
