import { database } from '../db/open.ts';
import { readPreferences } from '../db/read.ts';
import { ask } from '../platform/messaging.ts';
import { words } from '../platform/words.ts';
import { useLive } from '../ui/live.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useAction } from '../ui/use-action.ts';
import { RingsPicture } from './RingsPicture.tsx';
import './RingsOffer.css';

/** Off until the person wants it: from then on every page is looked through, in the browser alone. */
export function RingsOffer({ allowed }: { readonly allowed: boolean }) {
  const read = async () => (await readPreferences(await database())).rings;
  const on = useLive(read, ({ what }) => what === 'preferences', []).value;
  const { run, failure, dismiss } = useAction(ask<'setPreference'>);
  return (
    <section class="rings-offer" aria-labelledby="rings-offer">
      <h2 id="rings-offer">{words('welcome_rings')}</h2>
      <RingsPicture />
      <Switch
        label={words('options_rings')}
        detail={words('options_rings_detail')}
        on={on === true}
        onChange={(wanted) => void run('setPreference', 'rings', wanted)}
      />
      {on && !allowed && <p class="quiet">{words('welcome_rings_access')}</p>}
      {failure && <FailureNotice failure={failure} onDismiss={dismiss} />}
    </section>
  );
}
