import { words } from '../platform/words.ts';
import { Since } from './Since.tsx';

/** What is said of a project whose captures stay in the browser. */
export function Kept({ exportedAt }: { exportedAt: number | undefined }) {
  return (
    <div class="kept-here">
      <p>{words('popup_kept_here')}</p>
      <p class="quiet">
        {words('popup_last_exported')} {exportedAt === undefined ? words('popup_never') : <Since at={exportedAt} />}
      </p>
    </div>
  );
}
