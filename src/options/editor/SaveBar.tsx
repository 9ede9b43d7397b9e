import { words } from '../../platform/words.ts';
import type { Save } from './use-save.ts';

interface Props {
  readonly fresh: boolean;
  readonly dirty: boolean;
  readonly save: Save;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Stays in sight: what is typed counts only once it is saved. */
export function SaveBar({ fresh, dirty, save, onSave, onDiscard }: Props) {
  const state = dirty ? words('options_unsaved') : save.saved ? words('options_saved') : '';
  return (
    <div class={dirty || fresh ? 'save-bar open' : 'save-bar'}>
      <p role="status" class={dirty ? 'unsaved' : 'quiet'}>
        {state}
      </p>
      {dirty && !fresh && (
        <button type="button" class="bare" onClick={onDiscard}>
          {words('options_discard')}
        </button>
      )}
      {/* Enter in a field arrives here as a click, in both browsers: a gesture that may open a permission prompt. */}
      <button type="submit" class="main" disabled={save.busy || (!dirty && !fresh)} onClick={onSave}>
        {words(save.busy ? 'options_saving' : fresh ? 'options_create' : 'options_save')}
      </button>
    </div>
  );
}
