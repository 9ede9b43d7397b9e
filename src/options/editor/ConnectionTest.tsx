import type { Checked } from '../../core/connection.ts';
import type { FailureNote } from '../../core/failure.ts';
import type { Denial } from '../../core/project.ts';
import { failureWords, words } from '../../platform/words.ts';
import { FailureNotice, Notice } from '../../ui/Notice.tsx';
import { LabelQuestion } from './LabelQuestion.tsx';
import type { Connection } from './use-connection.ts';

interface Props {
  readonly connection: Connection;
  readonly denial: Denial | undefined;
  readonly onAnswer: (denial: Denial) => void;
}

/** "Test connection": what is there, or exactly what is wrong; and the one question that may follow from it. */
export function ConnectionTest({ connection: { test, checked }, denial, onAnswer }: Props) {
  const labels = labelsToAsk(checked, denial);
  return (
    <div class="connection">
      <div class="connection-start">
        <button type="button" disabled={test.busy} onClick={() => void test.run()}>
          {words(test.busy ? 'options_testing' : 'options_test')}
        </button>
        <p class="quiet">{words('options_test_hint')}</p>
      </div>
      {test.failure && <FailureNotice failure={test.failure} />}
      {checked && !checked.ok && <Wrong failure={checked.failure} />}
      {checked?.ok && <Found checked={checked} />}
      {labels.length > 0 && <LabelQuestion labels={labels} denial={denial} onAnswer={onAnswer} />}
    </div>
  );
}

/** Of what was found; before anything was tried, those that were asked about already. */
function labelsToAsk(checked: Checked | undefined, denial: Denial | undefined): readonly string[] {
  if (!checked) return denial?.labels ?? [];
  return checked.ok ? checked.question : [];
}

function Wrong({ failure }: { failure: FailureNote }) {
  const { text, remedy } = failureWords(failure);
  // Its words elsewhere are about one image; here no image was sent.
  if (failure.kind === 'refused')
    return (
      <Notice
        tone="problem"
        text={words('options_test_refused', failure.fact ?? '')}
        detail={words('options_test_refused_detail')}
      />
    );
  return <Notice tone={failure.kind === 'dataset-unchosen' ? 'info' : 'problem'} text={text} detail={remedy} />;
}

function Found({ checked: { name, labels, question, link } }: { checked: Extract<Checked, { ok: true }> }) {
  return (
    <div class="found" role="status">
      <svg class="found-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="10" fill="var(--positive)" />
        <path d="m5.6 10.4 3 3 5.8-6.4" fill="none" stroke="var(--surface)" stroke-width="2" stroke-linecap="round" />
      </svg>
      <div>
        <strong>{words('options_found', name)}</strong>
        {labels.length === 0 ? (
          <p class="quiet">{words('options_found_no_labels')}</p>
        ) : (
          <ul aria-label={words('options_found_labels')}>
            {labels.map((label) => (
              <li key={label} class="chip">
                {label}
              </li>
            ))}
          </ul>
        )}
        {/* The question leaves out the target alone: nothing left out means that it is none of the labels. */}
        {labels.length > 0 && question.length === labels.length && <p>{words('options_found_no_target')}</p>}
        {link && (
          <a href={link} target="_blank" rel="noreferrer">
            {words('options_found_link')}
          </a>
        )}
      </div>
    </div>
  );
}
