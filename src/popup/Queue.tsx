import { words } from '../platform/words.ts';
import { number } from '../ui/language.ts';
import type { QueueState } from './queue-state.ts';
import { Since } from './Since.tsx';
import './Queue.css';

interface Props {
  readonly state: QueueState;
  readonly waiting: number;
  readonly failed: number;
  readonly onRetry: () => void;
  /** Sends what was captured before there was a destination. */
  readonly onSendAll: () => void;
}

/** What a project's queue is at. */
export function Queue({ state, waiting, failed, onRetry, onSendAll }: Props) {
  return (
    <div class="queue">
      <div role="status">
        <State state={state} waiting={waiting} />
      </div>
      {state.is === 'sending' && <Progress done={state.done} total={state.total} />}
      {state.is === 'held' && <Todo text={words('popup_send_all')} onClick={onSendAll} />}
      {failed > 0 && (
        <p class="queue-failed">
          {words('popup_count_failed', number(failed))} <Todo text={words('popup_retry')} onClick={onRetry} />
        </p>
      )}
    </div>
  );
}

function State({ state, waiting }: Pick<Props, 'state' | 'waiting'>) {
  switch (state.is) {
    case 'sending':
      return <>{words('popup_sending_of', number(Math.floor(state.done)), number(state.total))}</>;
    case 'stopped':
      return (
        <>
          {waiting > 0 && words('popup_count_waiting', number(waiting))}
          {state.retryAt !== undefined && <NextTry at={state.retryAt} />}
        </>
      );
    case 'waiting':
      return <>{words('popup_count_waiting', number(state.count))}</>;
    case 'held':
      return <>{words('popup_count_held', number(state.count))}</>;
    case 'synced':
      return <Synced at={state.at} />;
    case 'empty':
      return <>{words('popup_nothing_to_send')}</>;
    case 'unsynced':
      return null;
  }
}

function Synced({ at }: { at: number | undefined }) {
  return (
    <>
      <span class="queue-synced">{words('popup_all_synced')}</span>
      {at !== undefined && (
        <div class="quiet">
          <Since at={at} />
        </div>
      )}
    </>
  );
}

/** When it is tried again without anybody doing anything. */
function NextTry({ at }: { at: number }) {
  return (
    <div class="quiet">
      {words('popup_tries_again')} <Since at={at} />
    </div>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  // No value at all until the first one has arrived: a bar that stands at nothing looks stuck.
  return <progress aria-label={words('popup_sending')} max={total} {...(done > 0 ? { value: done } : {})} />;
}

function Todo({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button type="button" class="bare queue-todo" onClick={onClick}>
      {text}
    </button>
  );
}
