import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { openShortcutSettings, readShortcuts, type Shortcut } from '../../platform/commands.ts';
import { words } from '../../platform/words.ts';
import { FailureNotice } from '../../ui/Notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Card } from '../Card.tsx';

/** The keys as they are set now. The browser's own page changes them. */
export function Shortcuts() {
  const shortcuts = useShortcuts();
  const { run, failure, dismiss } = useAction(openShortcutSettings);
  return (
    <Card title={words('options_shortcuts')} detail={words('options_shortcuts_detail')}>
      <ul class="shortcuts">
        {shortcuts.map(({ name, keys, what }) => (
          <li key={name}>
            <span>{what}</span>
            {keys === '' ? <span class="quiet">{words('options_no_keys')}</span> : <Keys keys={keys} />}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => void run()}>
        {words('options_change_keys')}
      </button>
      {failure && <FailureNotice failure={failure} onDismiss={dismiss} />}
    </Card>
  );
}

/** Read again whenever the person comes back from where they are changed: no browser tells of it in all versions. */
function useShortcuts(): readonly Shortcut[] {
  const shortcuts = useSignal<readonly Shortcut[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    const read = async () => {
      shortcuts.value = await readShortcuts();
    };
    void read();
    document.addEventListener('visibilitychange', () => void read(), { signal: ending.signal });
    addEventListener('focus', () => void read(), { signal: ending.signal });
    return () => ending.abort();
  }, []);
  return shortcuts.value;
}

/** On a Mac the browser writes them as signs in a row, elsewhere with a plus in between. */
function Keys({ keys }: { keys: string }) {
  return (
    <span class="keys">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
