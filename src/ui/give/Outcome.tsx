import { useEffect } from 'preact/hooks';
import { ask } from '../../platform/messaging.ts';
import { failureWords, words } from '../../platform/words.ts';
import { number } from '../language.ts';
import { FailureNotice, Notice } from '../Notice.tsx';
import { useAction } from '../use-action.ts';
import type { Fate } from './keep-pictures.ts';
import type { Round } from './use-give.ts';

/** How long good news stays, in ms; what failed stays until it was read. */
const STAYS = 10_000;

interface Props {
  readonly round: Round;
  readonly onDismiss: () => void;
}

/** How far a round is, and then what became of it. */
export function Outcome({ round, onDismiss }: Props) {
  return round.running ? <Progress round={round} /> : <Summary fates={round.fates} onDismiss={onDismiss} />;
}

function Progress({ round: { fates, total, stop } }: { round: Round }) {
  return (
    <Notice tone="info" text={words('give_keeping', number(fates.length), number(total))}>
      <progress value={fates.length} max={total} aria-label={words('give_progress')} />
      <button type="button" onClick={stop}>
        {words('give_stop')}
      </button>
    </Notice>
  );
}

function Summary({ fates, onDismiss }: { fates: readonly Fate[]; onDismiss: () => void }) {
  const failed = fates.flatMap((fate) => ('failure' in fate ? [fate] : []));
  const saved = fates.flatMap((fate) => ('kept' in fate && fate.kept.outcome === 'saved' ? [fate.kept.capture] : []));
  const undo = useAction(async () => {
    await ask('remove', saved);
    onDismiss();
  });
  useEffect(() => {
    const timer = failed.length === 0 ? setTimeout(onDismiss, STAYS) : undefined;
    return () => clearTimeout(timer);
  }, [fates]);
  return (
    <Notice tone={failed.length > 0 ? 'problem' : 'info'} text={summaryOf(fates)} onDismiss={onDismiss}>
      {failed.length > 0 && <Failed fates={failed} />}
      {undo.failure && <FailureNotice failure={undo.failure} />}
      {saved.length > 0 && (
        <button type="button" disabled={undo.busy} onClick={() => void undo.run()}>
          {words('undo')}
        </button>
      )}
    </Notice>
  );
}

function Failed({ fates }: { fates: readonly Extract<Fate, { failure: unknown }>[] }) {
  return (
    <ul class="give-failed">
      {fates.map(({ picked, failure }, index) => (
        <li key={index}>
          <b>{picked.name}</b> {failureWords(failure).text}
        </li>
      ))}
    </ul>
  );
}

const COUNTED = {
  saved: 'give_saved',
  retagged: 'give_retagged',
  already: 'give_already',
  failed: 'give_failed',
} as const;

function summaryOf(fates: readonly Fate[]): string {
  const outcomes = fates.map((fate) => ('kept' in fate ? fate.kept.outcome : 'failed'));
  const counts = Object.entries(COUNTED).map(([outcome, key]) => {
    const count = outcomes.filter((one) => one === outcome).length;
    return count > 0 ? words(key, number(count)) : '';
  });
  return counts.filter(Boolean).join(' · ') || words('give_none');
}
