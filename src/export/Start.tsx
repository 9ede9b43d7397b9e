import { sendsCaptures } from '../core/project.ts';
import { words } from '../platform/words.ts';
import { language, number } from '../ui/language.ts';
import { relativeTime } from '../ui/relative-time.ts';
import type { Subject } from './read.ts';

interface Props {
  readonly subject: Subject;
  readonly total: number;
  /** A file has been written just now: the next one is no longer the main thing here. */
  readonly again: boolean;
  readonly onStart: () => void;
}

export function Start({ subject: { project, tally, exportedAt }, total, again, onStart }: Props) {
  const count = number(total);
  if (total === 0) return <Empty reserved={Object.values(tally.tags).some((held) => held > 0)} />;
  return (
    <div class="start">
      <button type="button" class={again ? '' : 'main'} onClick={onStart}>
        {total === 1 ? words('export_start_one') : words('export_start', count)}
      </button>
      <p class="quiet">
        {exportedAt === undefined ? words('export_never') : words('export_last', ago(exportedAt))}
        {!again && !sendsCaptures(project) && ` ${words('export_only_here')}`}
      </p>
    </div>
  );
}

function ago(at: number): string {
  return relativeTime(at, Date.now(), language());
}

/** Nothing was captured; or all that was is left out. */
function Empty({ reserved }: { reserved: boolean }) {
  return (
    <div class="empty">
      <strong>{words(reserved ? 'export_all_reserved' : 'export_empty')}</strong>
      <p class="quiet">{words(reserved ? 'export_all_reserved_hint' : 'export_empty_hint')}</p>
    </div>
  );
}
