import { ask } from '../platform/messaging.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { useAccess } from '../ui/use-access.ts';
import { type Action, useAction } from '../ui/use-action.ts';
import { Access } from './Access.tsx';
import type { Overview } from './overview.ts';

type Shown = Pick<Action<never, unknown>, 'failure' | 'dismiss'>;

/** What has to be known first: what no page could say, what just failed, and that access is missing. */
export function Troubles({ overview, actions }: { overview: Overview | undefined; actions: readonly Shown[] }) {
  const access = useAccess();
  const dismiss = useAction(() => ask('dismissNotice'));
  const notice = overview?.notice;
  const failed = [...actions, dismiss, access].find(({ failure }) => failure);
  return (
    <>
      {notice && <FailureNotice failure={notice.failure} onDismiss={() => void dismiss.run()} />}
      {failed?.failure && <FailureNotice failure={failed.failure} onDismiss={failed.dismiss} />}
      {access.allowed === false && <Access busy={access.busy} onRequest={access.request} />}
    </>
  );
}
