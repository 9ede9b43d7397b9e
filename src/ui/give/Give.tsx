import { words } from '../../platform/words.ts';
import { Notice } from '../Notice.tsx';
import { Chooser } from './Chooser.tsx';
import { Outcome } from './Outcome.tsx';
import { useGive } from './use-give.ts';
import './give.css';

/** On every page of ours: pictures that are pasted or dropped get a tag, and are captured. */
export function Give() {
  const { choosing, round, isNothing, isDragging, choose, leave, dismiss } = useGive();
  return (
    <>
      {choosing && <Chooser pictures={choosing} onChoose={choose} onLeave={leave} />}
      <div class="give-news">
        {isNothing && (
          <Notice
            tone="problem"
            text={words('give_nothing')}
            detail={words('give_nothing_detail')}
            onDismiss={dismiss}
          />
        )}
        {round && <Outcome round={round} onDismiss={dismiss} />}
      </div>
      {isDragging && (
        <div class="give-target" aria-hidden="true">
          <p>{words('give_drop')}</p>
        </div>
      )}
    </>
  );
}
