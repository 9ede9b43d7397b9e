import type { Capture } from '../core/capture.ts';
import { words } from '../platform/words.ts';
import { language, number } from '../ui/language.ts';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import type { Written } from './entries.ts';
import { formatBytes } from './format-bytes.ts';
import type { ExportState } from './use-export.ts';

/** How the last export ended. */
export function Outcome({ state }: { state: ExportState }) {
  if (state.step === 'failed') return <FailureNotice failure={state.failure} />;
  if (state.step === 'cancelled')
    return <Notice tone="info" text={words('export_cancelled')} detail={words('export_cancelled_detail')} />;
  if (state.step === 'disk-full')
    return <Notice tone="problem" text={words('export_disk_full')} detail={words('export_disk_full_detail')} />;
  return state.step === 'done' ? <Done {...state} /> : null;
}

function Done({ written, url, name, size }: Extract<ExportState, { step: 'done' }>) {
  const count = written.positives + written.negatives;
  return (
    <section class="done">
      <div role="status">
        <h2 class="done-title">
          <Check />
          {count === 1 ? words('export_done_one') : words('export_done', number(count))}
        </h2>
        <p>
          <code>{name}</code> <span class="quiet">{formatBytes(size, language())}</span>
        </p>
      </div>
      <p class="quiet">
        {words('export_done_hint')}{' '}
        <a href={url} download={name}>
          {words('export_save_again')}
        </a>
      </p>
      {written.reserved > 0 && <p class="quiet">{words('export_left_out', number(written.reserved))}</p>}
      {written.missing > 0 && <Missing written={written} />}
    </section>
  );
}

function Check() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle cx="10" cy="10" r="10" fill="var(--positive)" />
      <path d="m5.6 10.4 3 3 5.8-6.4" fill="none" stroke="var(--surface)" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}

function Missing({ written: { missing, lost } }: { written: Written }) {
  const count = number(missing);
  const text = missing === 1 ? words('export_missing_one') : words('export_missing', count);
  return (
    <>
      <Notice tone="problem" text={text} detail={words('export_missing_detail')} />
      <details>
        <summary>{words('export_missing_which')}</summary>
        <ul class="missing">
          {lost.map((capture) => (
            <li key={capture.id}>
              <span class="missing-title">{titleOf(capture)}</span>
              <code>{capture.sha256.slice(0, 16)}…</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function titleOf({ provenance: { alt, title, pageUrl } }: Capture): string {
  return alt || title || pageUrl;
}
