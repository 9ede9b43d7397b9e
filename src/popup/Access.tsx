import { words } from '../platform/words.ts';
import './Access.css';

/** One quiet line: much works without. */
export function Access({ busy, onRequest }: { busy: boolean; onRequest: () => void }) {
  return (
    <div class="access">
      <p>{words('popup_no_access')}</p>
      <button type="button" disabled={busy} onClick={onRequest}>
        {words('popup_allow')}
      </button>
    </div>
  );
}
