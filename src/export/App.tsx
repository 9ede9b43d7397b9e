import { useSignal } from '@preact/signals';
import { reservedIn, type Tally } from '../core/tally.ts';
import { ask } from '../platform/messaging.ts';
import { words } from '../platform/words.ts';
import { useLive } from '../ui/live.ts';
import { Mark } from '../ui/Mark.tsx';
import { Contents } from './Contents.tsx';
import { Outcome } from './Outcome.tsx';
import { Reserved } from './Reserved.tsx';
import { Running } from './Running.tsx';
import { readSubject, type Subject } from './read.ts';
import { Start } from './Start.tsx';
import { useExport } from './use-export.ts';
import './export.css';

const asked = new URLSearchParams(location.search).get('project');

export function App() {
  const subject = useLive(() => readSubject(asked), concernsExport, []).value;
  if (subject === undefined) return null;
  return (
    <main class="export">
      <header>
        <Mark size={28} />
        <div>
          <p class="quiet">{words('export_heading')}</p>
          <h1>{subject ? subject.project.name : words('export_no_project')}</h1>
        </div>
      </header>
      {subject && <Export subject={subject} />}
    </main>
  );
}

function concernsExport({ what }: { readonly what: string }): boolean {
  return what === 'captures' || what === 'projects';
}

function Export({ subject }: { subject: Subject }) {
  const { project, tally } = subject;
  const leaveOut = useSignal(false);
  const { state, start, cancel } = useExport((id) => ask('exported', id));
  const held = reservedIn(tally);
  const running = state.step === 'running';
  const tags = leaveOut.value ? without(tally.tags, held) : tally.tags;
  const total = sum(tags);
  return (
    <>
      <Contents project={project} tags={tags} />
      {sum(held) > 0 && <Reserved count={sum(held)} leaveOut={leaveOut} disabled={running} />}
      <Outcome state={state} />
      {state.step === 'running' ? (
        <Running written={state.written} total={total} onCancel={cancel} />
      ) : (
        <Start
          subject={subject}
          total={total}
          again={state.step === 'done'}
          onStart={() => void start({ project, leaveOut: leaveOut.value })}
        />
      )}
    </>
  );
}

type Counts = Tally['tags'];

function sum(counts: Counts): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}

function without(all: Counts, some: Counts): Counts {
  return {
    positive: all.positive - some.positive,
    'context-negative': all['context-negative'] - some['context-negative'],
    distractor: all.distractor - some.distractor,
  };
}
