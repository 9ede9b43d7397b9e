import type { Denial } from '../../core/project.ts';
import { words } from '../../platform/words.ts';
import { language } from '../../ui/language.ts';
import { type Answer, answerTo } from './form.ts';

interface Props {
  /** Of the dataset, besides the target. */
  readonly labels: readonly string[];
  readonly denial: Denial | undefined;
  readonly onAnswer: (denial: Denial) => void;
}

const ANSWERS = ['none', 'some'] as const;

/** A negative denies every label of a dataset: whether the person means that, only the person knows (DESIGN.md, rule 7). */
export function LabelQuestion({ labels, denial, onAnswer }: Props) {
  const answer = answerTo(labels, denial);
  const named = new Intl.ListFormat(language(), { type: 'conjunction' }).format(labels.map((label) => `“${label}”`));
  return (
    <fieldset class="question">
      <legend>{words('options_question', named)}</legend>
      {ANSWERS.map((id) => (
        <label key={id}>
          <input type="radio" name="denial" checked={id === answer} onChange={() => onAnswer(denialOf(id, labels))} />
          <span>
            <strong>{words(`options_answer_${id}`)}</strong>
            <span class="quiet">{words(`options_answer_${id}_detail`)}</span>
          </span>
        </label>
      ))}
      {answer === undefined && <p class="quiet">{words('options_question_open')}</p>}
    </fieldset>
  );
}

function denialOf(answer: Answer, labels: readonly string[]): Denial {
  return { labels, all: answer === 'none' };
}
