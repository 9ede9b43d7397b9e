import { useSignal } from '@preact/signals';
import type { Project } from '../../core/project.ts';
import { ask } from '../../platform/messaging.ts';
import { words } from '../../platform/words.ts';
import { number } from '../../ui/language.ts';
import { useLive } from '../../ui/live.ts';
import { FailureNotice, Notice } from '../../ui/Notice.tsx';
import { useAction } from '../../ui/use-action.ts';

/** A project that got its destination late: what was captured before goes there only when the person says so. */
export function SendExisting({ project: { id } }: { project: Project }) {
  const unsent = useLive(
    () => ask('unsent', id),
    (news) => news.what === 'projects' && news.project === id,
    [id],
  );
  const sent = useSignal(0);
  const send = useAction(async () => {
    sent.value = await ask('sendAll', id);
    unsent.value = 0;
  });
  const count = unsent.value ?? 0;
  if (send.failure) return <FailureNotice failure={send.failure} />;
  if (count === 0 && sent.value === 0) return null;
  if (count === 0) return <Notice tone="info" text={words('options_sending', number(sent.value))} />;
  return (
    <div class="offer">
      <Notice tone="info" text={askWords(count)} detail={words('options_send_detail')}>
        <button type="button" class="main" disabled={send.busy} onClick={() => void send.run()}>
          {count === 1 ? words('options_send_one') : words('options_send', number(count))}
        </button>
      </Notice>
    </div>
  );
}

function askWords(count: number): string {
  return count === 1 ? words('options_send_ask_one') : words('options_send_ask', number(count));
}
