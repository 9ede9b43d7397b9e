import { canSucceedLater, type FailureNote } from '../core/failure.ts';
import { words } from '../platform/words.ts';
import { FailureNotice } from '../ui/Notice.tsx';

interface Props {
  readonly failure: FailureNote;
  readonly onSync: () => void;
  readonly onOptions: () => void;
}

/** Why a destination as a whole is out of reach. */
export function Stopped({ failure, onSync, onOptions }: Props) {
  const later = canSucceedLater(failure.kind);
  return (
    <FailureNotice failure={failure}>
      <button type="button" onClick={later ? onSync : onOptions}>
        {later ? words('popup_try_now') : words('popup_open_options')}
      </button>
    </FailureNotice>
  );
}
