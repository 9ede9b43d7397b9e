import type { Signal } from '@preact/signals';
import { words } from '../platform/words.ts';
import { number } from '../ui/language.ts';

interface Props {
  readonly count: number;
  readonly leaveOut: Signal<boolean>;
  readonly disabled: boolean;
}

/** The choice to leave out what its makers reserve; only where there is such a thing. */
export function Reserved({ count, leaveOut, disabled }: Props) {
  return (
    <label class="reserved">
      <input
        type="checkbox"
        checked={leaveOut.value}
        disabled={disabled}
        onChange={(event) => {
          leaveOut.value = event.currentTarget.checked;
        }}
      />
      <span>
        <strong>{words('export_leave_out')}</strong>
        <span class="quiet">
          {count === 1 ? words('export_leave_out_one') : words('export_leave_out_count', number(count))}
        </span>
      </span>
    </label>
  );
}
