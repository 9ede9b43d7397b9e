import { words } from '../platform/words.ts';

/** Prescribed by an administrator. */
export function Lock() {
  return (
    <span class="chip">
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2" fill="none" stroke="currentColor" stroke-width="1.6" />
        <rect x="3" y="7" width="10" height="7" rx="1.6" fill="currentColor" />
      </svg>
      {words('options_managed')}
    </span>
  );
}
