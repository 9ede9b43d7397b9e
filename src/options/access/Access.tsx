import { ask } from '../../platform/messaging.ts';
import { withdrawAllSites } from '../../platform/permissions.ts';
import { words } from '../../platform/words.ts';
import { FailureNotice } from '../../ui/Notice.tsx';
import { useAccess } from '../../ui/use-access.ts';
import { useAction } from '../../ui/use-action.ts';
import { Card } from '../Card.tsx';
import { PageHead } from '../PageHead.tsx';
import './access.css';

/** Whether Foil may look at all sites: given and withdrawn here. */
export function Access() {
  const { allowed, busy, failure, request } = useAccess();
  const withdraw = useAction(async () => {
    await withdrawAllSites();
    await ask('accessChanged', false);
  });
  return (
    <>
      <PageHead title={words('options_access')} detail={words('options_access_detail')} />
      <Card title={words('options_all_sites')} detail={words('options_all_sites_detail')}>
        {allowed !== undefined && (
          <div class="access-state">
            <p role="status" class={allowed ? 'access-on' : 'access-off'}>
              {words(allowed ? 'options_access_on' : 'options_access_off')}
            </p>
            {allowed ? (
              <button type="button" class="danger" disabled={withdraw.busy} onClick={() => void withdraw.run()}>
                {words('options_access_withdraw')}
              </button>
            ) : (
              <button type="button" class="main" disabled={busy} onClick={request}>
                {words('options_access_give')}
              </button>
            )}
          </div>
        )}
        {(failure ?? withdraw.failure) && (
          <FailureNotice failure={failure ?? withdraw.failure ?? { kind: 'internal' }} />
        )}
        <Comparison />
      </Card>
    </>
  );
}

function Comparison() {
  return (
    <div class="access-compare">
      <div>
        <h3>{words('options_access_with')}</h3>
        <p class="quiet">{words('options_access_with_detail')}</p>
      </div>
      <div>
        <h3>{words('options_access_without')}</h3>
        <p class="quiet">{words('options_access_without_detail')}</p>
      </div>
    </div>
  );
}
