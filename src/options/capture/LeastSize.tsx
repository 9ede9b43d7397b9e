import { useId } from 'preact/hooks';
import { words } from '../../platform/words.ts';

interface Props {
  /** In CSS pixels. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const RANGE = { min: 16, max: 2_000 } as const;

/** The shorter side of the smallest image that a sweep lifts. */
export function LeastSize({ value, onChange }: Props) {
  const id = useId();
  const change = (typed: number) => {
    if (Number.isFinite(typed)) onChange(Math.round(Math.min(RANGE.max, Math.max(RANGE.min, typed))));
  };
  return (
    <div class="switch">
      <label for={id}>
        <strong>{words('options_least')}</strong>
        <span id={`${id}-detail`} class="quiet">
          {words('options_least_detail')}
        </span>
      </label>
      <span class="least">
        <input
          id={id}
          type="number"
          {...RANGE}
          step={1}
          aria-describedby={`${id}-detail`}
          value={value}
          onChange={(event) => change(event.currentTarget.valueAsNumber)}
        />
        px
      </span>
    </div>
  );
}
