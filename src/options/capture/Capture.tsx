import type { Preference, Preferences } from '../../core/preferences.ts';
import { database } from '../../db/open.ts';
import { readPreferences } from '../../db/read.ts';
import { isFirefox } from '../../platform/life.ts';
import { ask } from '../../platform/messaging.ts';
import { words } from '../../platform/words.ts';
import { useLive } from '../../ui/live.ts';
import { FailureNotice } from '../../ui/Notice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Card } from '../Card.tsx';
import { PageHead } from '../PageHead.tsx';
import { LeastSize } from './LeastSize.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import './capture.css';

/** What a person may set about capturing, for all projects. Each change is kept at once. */
export function Capture() {
  const read = async () => readPreferences(await database());
  const preferences = useLive(read, ({ what }) => what === 'preferences', []).value;
  const { run, failure, dismiss } = useAction(ask<'setPreference'>);
  const set = <Key extends Preference>(key: Key, value: Preferences[Key]) => void run('setPreference', key, value);
  return (
    <>
      <PageHead title={words('options_capture')} detail={words('options_capture_detail')} />
      {failure && <FailureNotice failure={failure} onDismiss={dismiss} />}
      <Shortcuts />
      {preferences && <Settings preferences={preferences} set={set} />}
    </>
  );
}

interface SettingsProps {
  readonly preferences: Preferences;
  readonly set: <Key extends Preference>(key: Key, value: Preferences[Key]) => void;
}

function Settings({ preferences, set }: SettingsProps) {
  const { rings, menuEverywhere, offerLarger, openInFirefox, sweepLeast } = preferences;
  return (
    <>
      <Card title={words('options_on_pages')}>
        <Switch
          label={words('options_rings')}
          detail={words('options_rings_detail')}
          on={rings}
          onChange={(on) => set('rings', on)}
        />
        <Switch
          label={words('options_everywhere')}
          detail={words('options_everywhere_detail')}
          on={menuEverywhere}
          onChange={(on) => set('menuEverywhere', on)}
        />
      </Card>
      <Card title={words('options_images')}>
        <Switch
          label={words('options_larger')}
          detail={words('options_larger_detail')}
          on={offerLarger}
          onChange={(on) => set('offerLarger', on)}
        />
        <LeastSize value={sweepLeast} onChange={(least) => set('sweepLeast', least)} />
        {isFirefox() && (
          <Switch
            label={words('options_open')}
            detail={words('options_open_detail')}
            on={openInFirefox}
            onChange={(on) => set('openInFirefox', on)}
          />
        )}
      </Card>
    </>
  );
}
