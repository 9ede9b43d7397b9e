import type { ComponentChildren } from 'preact';
import { words } from '../platform/words.ts';
import './Step.css';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly done?: boolean;
  readonly children: ComponentChildren;
}

export function Step({ number, title, done = false, children }: Props) {
  return (
    <li class={done ? 'step done' : 'step'}>
      <span class="step-number" aria-hidden="true">
        {done ? <Tick /> : number}
      </span>
      <div class="step-body">
        <h2>
          {title}
          {done && <span class="unseen"> ({words('welcome_done')})</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}

function Tick() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="m3 8.6 3.2 3.2L13 4.8" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
