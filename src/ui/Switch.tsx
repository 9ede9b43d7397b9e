import { useId } from 'preact/hooks';
import './Switch.css';

interface Props {
  readonly label: string;
  readonly detail: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off, with what it means. */
export function Switch({ label, detail, on, onChange }: Props) {
  const id = useId();
  return (
    <div class="switch">
      <label for={id}>
        <strong>{label}</strong>
        <span id={`${id}-detail`} class="quiet">
          {detail}
        </span>
      </label>
      <input
        id={id}
        type="checkbox"
        class="toggle"
        aria-describedby={`${id}-detail`}
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
