import { useSignal } from '@preact/signals';
import type { Project } from '../../core/project.ts';
import { ask } from '../../platform/messaging.ts';
import { words } from '../../platform/words.ts';
import { number } from '../../ui/language.ts';
import { FailureNotice } from '../../ui/Notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Card } from '../Card.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { hrefOf } from '../route.ts';

interface Props {
  readonly project: Project;
  readonly captures: number;
  /** It is the only project there is. */
  readonly alone: boolean;
}

/** Only what is empty can go: nothing a person collected is dropped by a click. */
export function RemoveCard({ project: { id, name }, captures, alone }: Props) {
  const asking = useSignal(false);
  const remove = useAction(async () => {
    asking.value = false;
    await ask('removeProject', id);
    location.hash = hrefOf({ view: 'projects' });
  });
  const open = (is: boolean) => () => {
    asking.value = is;
  };
  return (
    <Card title={words('options_remove')} detail={whyNot(captures, alone) ?? words('options_remove_detail')}>
      <div class="remove">
        <button type="button" class="danger" disabled={captures > 0 || alone || remove.busy} onClick={open(true)}>
          {words('options_remove_button')}
        </button>
      </div>
      {remove.failure && <FailureNotice failure={remove.failure} />}
      {asking.value && (
        <ConfirmDialog
          title={words('options_remove_title', name)}
          detail={words('options_remove_confirm')}
          yes={words('options_remove_button')}
          no={words('options_keep')}
          onYes={() => void remove.run()}
          onNo={open(false)}
        />
      )}
    </Card>
  );
}

function whyNot(captures: number, alone: boolean): string | undefined {
  if (captures === 1) return words('options_remove_in_use_one');
  if (captures > 0) return words('options_remove_in_use', number(captures));
  return alone ? words('options_remove_alone') : undefined;
}
