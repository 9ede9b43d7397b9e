import type { Standing } from '../core/sync.ts';
import { words } from '../platform/words.ts';
import './StandingMark.css';

const STANDING_WORDS = {
  kept: 'popup_kept',
  waiting: 'popup_waiting',
  sending: 'popup_sending',
  failed: 'popup_failed',
  synced: 'popup_synced',
} as const satisfies Record<Standing, string>;

/** Where a capture stands towards its destination, as a sign with its word. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <span class={`standing ${standing}`}>
      <svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" aria-hidden="true">
        <path d={SIGNS[standing]} stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {words(STANDING_WORDS[standing])}
    </span>
  );
}

/** A tray, a clock, an arrow up, an exclamation mark, a tick. */
const SIGNS = {
  kept: 'M2.5 9v3.5h11V9m-11 0 1.8-5.5h7.4L13.5 9m-11 0h3.2l1 1.6h2.6l1-1.6h3.2',
  waiting: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M8 5v3.2l2 1.3',
  sending: 'M8 13V3.5M4.2 7.2 8 3.4l3.8 3.8',
  failed: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M8 5v3.4M8 10.9v.1',
  synced: 'm3 8.6 3.2 3.2L13 4.8',
} satisfies Record<Standing, string>;
