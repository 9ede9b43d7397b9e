import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { number } from '../language.ts';
import type { Picked } from './read-transfer.ts';

/** Pictures that are shown; of the rest there is a number. */
const SHOWN = 5;

/** What was given, small. What lies on the web alone is named, not loaded: its site need not know yet. */
export function Previews({ pictures }: { pictures: readonly Picked[] }) {
  const shown = pictures.slice(0, SHOWN);
  const [only] = pictures;
  return (
    <div class="give-previews">
      {shown.map((picked, index) => (
        <Preview key={index} picked={picked} />
      ))}
      {pictures.length > SHOWN && <span class="give-more">+{number(pictures.length - SHOWN)}</span>}
      {only && pictures.length === 1 && <p class="quiet">{only.name}</p>}
    </div>
  );
}

function Preview({ picked: { file, name } }: { picked: Picked }) {
  const url = useSignal<string | undefined>(undefined);
  const broken = useSignal(false);
  useEffect(() => {
    const made = file && URL.createObjectURL(file);
    url.value = made;
    return () => made && URL.revokeObjectURL(made);
  }, [file]);
  if (url.value === undefined || broken.value) return <Sheet />;
  return <img src={url.value} alt={name} title={name} decoding="async" onError={() => (broken.value = true)} />;
}

function Sheet() {
  return (
    <svg class="give-sheet" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path d="M4 5h16v14H4zM4 16l4.5-5 4 4 2.5-2.5L20 17M15.5 9.5h.01" />
    </svg>
  );
}
