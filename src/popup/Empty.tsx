import { words } from '../platform/words.ts';
import './Empty.css';

/** Before the first capture: what to do, and where it is explained. */
export function Empty({ brief, onWelcome }: { brief: boolean; onWelcome: () => void }) {
  return (
    <section class="empty">
      {!brief && <Illustration />}
      <h2>{words('popup_empty')}</h2>
      <p class="quiet">{words('popup_empty_remedy')}</p>
      <button type="button" onClick={onWelcome}>
        {words('popup_show_how')}
      </button>
    </section>
  );
}

/** A picture on a page, the pointer on it, and the menu with the three tags. */
function Illustration() {
  return (
    <svg class="empty-art" viewBox="0 0 220 120" width="220" height="120" aria-hidden="true">
      <rect class="page" x="14" y="8" width="132" height="100" rx="10" />
      <path class="hills" d="M15 92l36-38 26 26 16-15 52 43.2a10 10 0 0 1-9.6-.2H24a9 9 0 0 1-9-9z" />
      <circle class="sun" cx="112" cy="36" r="10" />
      <rect class="menu" x="92" y="40" width="114" height="74" rx="9" />
      <circle class="positive" cx="108" cy="57" r="5.5" />
      <rect class="context-negative" x="102.8" y="72" width="10.4" height="10.4" rx="1.5" />
      <path class="distractor" d="M108 90.6l6.4 6.4-6.4 6.4-6.4-6.4z" />
      <path class="lines" d="M122 57h54M122 77h68M122 97h42" />
      <path class="pointer" d="M80 26v22.5l5.6-4.7 3.9 8.6 4.3-2-3.9-8.4h7.4z" />
    </svg>
  );
}
