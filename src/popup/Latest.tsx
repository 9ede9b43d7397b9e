import { useSignal } from '@preact/signals';
import { words } from '../platform/words.ts';
import { CaptureRow, type RowActions } from './CaptureRow.tsx';
import type { Row } from './latest-rows.ts';
import './Latest.css';

/** The last captures, newest first. */
export function Latest({ rows, ...actions }: { rows: readonly Row[] } & RowActions) {
  const active = useSignal<string | undefined>(undefined);
  const first = rows.find(({ capture }) => capture.id === active.value) ?? rows[0];
  return (
    <section class="latest" aria-label={words('popup_latest')}>
      <h2>{words('popup_latest')}</h2>
      <ul
        onFocusIn={({ target }) => {
          active.value = rowOf(target) ?? active.value;
        }}
      >
        {rows.map(({ capture, taken }) => (
          <CaptureRow
            key={capture.id}
            capture={capture}
            taken={taken}
            reachable={capture.id === first?.capture.id}
            {...actions}
          />
        ))}
      </ul>
    </section>
  );
}

function rowOf(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest('[data-capture]') : null;
  return row?.getAttribute('data-capture') ?? undefined;
}
