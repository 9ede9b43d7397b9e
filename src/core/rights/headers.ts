import { linkTargets } from './link-header.ts';
import type { RightsSignal } from './signal.ts';
import { licence, robots, tdm } from './statements.ts';

/** What an answer's headers say of the image's rights. `header` gives all values of a name, joined with commas. */
export function rightsInHeaders(header: (name: string) => string | null): RightsSignal[] {
  const value = (name: string) => header(name) ?? '';
  return [
    ...robots('header', value('x-robots-tag')),
    ...tdm('header', value('tdm-reservation'), value('tdm-policy')),
    ...linkTargets(value('link'), 'license')
      .slice(0, 4)
      .flatMap((target) => licence('header', target)),
  ];
}
