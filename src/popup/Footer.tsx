import { sendsCaptures } from '../core/project.ts';
import { words } from '../platform/words.ts';
import { Notice } from '../ui/Notice.tsx';
import { Kept } from './Kept.tsx';
import type { Overview } from './overview.ts';
import { Queue } from './Queue.tsx';
import { type Progress, type QueueState, queueState, wantsExport } from './queue-state.ts';
import { useNow } from './Since.tsx';
import { Stopped } from './Stopped.tsx';
import './Footer.css';

interface Props {
  readonly overview: Overview;
  readonly progress: Progress | undefined;
  readonly unsent: number | undefined;
  readonly onSync: () => void;
  readonly onRetry: () => void;
  readonly onSendAll: () => void;
  readonly onOptions: () => void;
  readonly onExport: () => void;
}

/** Where the captures are, and the ways out: to the destination, to a file. */
export function Footer(props: Props) {
  const sends = sendsCaptures(props.overview.project);
  return <footer class="footer">{sends ? <Sending {...props} /> : <Staying {...props} />}</footer>;
}

function Sending({ overview, progress, unsent, onSync, onRetry, onSendAll, onOptions, onExport }: Props) {
  const { waiting, failed } = overview.tally;
  const state = queueState({ ...overview, progress, unsent });
  return (
    <>
      {state.is === 'stopped' && <Stopped failure={state.failure} onSync={onSync} onOptions={onOptions} />}
      <div class="footer-line">
        <Queue state={state} waiting={waiting} failed={failed} onRetry={onRetry} onSendAll={onSendAll} />
        <div class="footer-actions">
          {countAll(overview) > 0 && <Export main={false} onExport={onExport} />}
          <Sync state={state} onSync={onSync} />
        </div>
      </div>
    </>
  );
}

function Sync({ state, onSync }: { state: QueueState; onSync: () => void }) {
  if (state.is === 'stopped' || state.is === 'empty') return null;
  const due = state.is === 'waiting';
  return (
    <button type="button" class={due ? 'main' : ''} disabled={!due} onClick={onSync}>
      {words('popup_sync_now')}
    </button>
  );
}

function Staying({ overview, onExport }: Props) {
  const captures = countAll(overview);
  const reminds = wantsExport(captures, overview.exportedAt, useNow());
  return (
    <>
      {reminds && <Notice tone="info" text={words('popup_reminder')} detail={words('popup_reminder_remedy')} />}
      <div class="footer-line">
        <Kept exportedAt={overview.exportedAt} />
        {captures > 0 && <Export main={reminds} onExport={onExport} />}
      </div>
    </>
  );
}

function Export({ main, onExport }: { main: boolean; onExport: () => void }) {
  return (
    <button type="button" class={main ? 'main' : ''} onClick={onExport}>
      {words('popup_export')}
    </button>
  );
}

function countAll({ tally }: Overview): number {
  return Object.values(tally.tags).reduce((sum, count) => sum + count, 0);
}
