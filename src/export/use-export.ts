import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type FailureNote, noteOf, toFailure } from '../core/failure.ts';
import { database } from '../db/open.ts';
import { offerDownload } from './download.ts';
import { NOTHING, type Source, type Written } from './entries.ts';
import { exportFileName } from './file-name.ts';
import { writeExport } from './write.ts';

export type ExportState =
  | { readonly step: 'idle' | 'cancelled' | 'disk-full' }
  | { readonly step: 'failed'; readonly failure: FailureNote }
  | { readonly step: 'running'; readonly written: Written }
  | {
      readonly step: 'done';
      readonly written: Written;
      readonly url: string;
      readonly name: string;
      readonly size: number;
    };

interface ExportRun {
  readonly state: ExportState;
  start(subject: Pick<Source, 'project' | 'leaveOut'>): Promise<void>;
  cancel(): void;
}

/** Ms between two looks at the progress: often enough for an eye, seldom enough for the disk. */
const GLANCE = 100;

/** One export at a time, from the click to the file. `onExported` is called when the file is whole. */
export function useExport(onExported: (project: string) => Promise<void>): ExportRun {
  const state = useSignal<ExportState>({ step: 'idle' });
  const ending = useRef<AbortController | undefined>(undefined);
  const letGo = useRef<(() => Promise<void>) | undefined>(undefined);
  const running = state.value.step === 'running';
  useWarning(running);

  const start = async (subject: Pick<Source, 'project' | 'leaveOut'>) => {
    ending.current = new AbortController();
    state.value = { step: 'running', written: NOTHING };
    try {
      await letGo.current?.();
      const { done, forget } = await run(subject, ending.current.signal, state);
      letGo.current = forget;
      state.value = done;
      // The file is whole, whether or not this can be noted.
      void onExported(subject.project.id);
    } catch (error) {
      state.value = endOf(error, ending.current.signal);
    }
  };
  return { state: state.value, start, cancel: () => ending.current?.abort() };
}

async function run(subject: Pick<Source, 'project' | 'leaveOut'>, signal: AbortSignal, state: Signal<ExportState>) {
  const onProgress = everyNow((written: Written) => {
    if (!signal.aborted) state.value = { step: 'running', written };
  });
  const { written, file, place } = await writeExport({ ...subject, db: await database(), signal, onProgress });
  const name = exportFileName(subject.project.name, new Date());
  const { url, forget } = offerDownload(file, name);
  const done: ExportState = { step: 'done', written, url, name, size: file.size };
  const letGo = async () => {
    forget();
    await place.discard();
  };
  return { done, forget: letGo };
}

function everyNow(show: (written: Written) => void): (written: Written) => void {
  let shown = 0;
  return (written) => {
    if (performance.now() - shown < GLANCE) return;
    shown = performance.now();
    show(written);
  };
}

function endOf(error: unknown, signal: AbortSignal): ExportState {
  if (signal.aborted) return { step: 'cancelled' };
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { step: 'disk-full' };
  return { step: 'failed', failure: noteOf(toFailure(error)) };
}

/** The browser asks before it closes a tab in which an export is being written. */
function useWarning(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const ending = new AbortController();
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal: ending.signal });
    return () => ending.abort();
  }, [running]);
}
