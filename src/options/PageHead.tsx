import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  readonly detail?: string | undefined;
  /** What can be done with all of it: buttons. */
  readonly children?: ComponentChildren;
}

export function PageHead({ title, detail, children }: Props) {
  return (
    <header class="page-head">
      <div>
        <h1>{title}</h1>
        {detail && <p class="quiet">{detail}</p>}
      </div>
      {children}
    </header>
  );
}
