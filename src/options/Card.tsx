import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly detail?: string;
  readonly children: ComponentChildren;
}

/** One thing that can be set, with what it is about. */
export function Card({ title, detail, children }: Props) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {detail && <p class="quiet">{detail}</p>}
      </header>
      {children}
    </section>
  );
}
