import { words } from '../platform/words.ts';
import { Card } from './Card.tsx';
import { PageHead } from './PageHead.tsx';

const PROMISES = [
  'options_about_telemetry',
  'options_about_data',
  'options_about_keys',
  'options_about_pages',
  'options_about_private',
] as const;

export function About() {
  return (
    <>
      <PageHead title={words('options_about')} detail={words('options_about_detail')} />
      <Card title={words('options_about_promises')}>
        <ul class="promises">
          {PROMISES.map((key) => (
            <li key={key}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="m3 8.5 3.2 3.2L13 5" fill="none" stroke="var(--positive)" stroke-width="2" />
              </svg>
              <span>{words(key)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
