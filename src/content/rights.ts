import type { RightsSignal } from '../core/rights/signal.ts';
import { signal } from '../core/rights/signal.ts';
import { robots, tdm } from '../core/rights/statements.ts';

/** What the page says about the use of the image that `element` shows from `url`. Bounded, whatever the page holds. */
export function findRights(_element: Element, _url: string): readonly RightsSignal[] {
  return pageMetas();
}

function pageMetas(): RightsSignal[] {
  const metas = [...document.getElementsByTagName('meta')].slice(0, 200);
  const content = (name: RegExp) => metas.filter((meta) => name.test(meta.name)).map((meta) => meta.content);
  return [
    ...content(/^(robots|google-extended|anthropic-ai|[\w-]*bot[\w-]*)$/i).flatMap((text) => robots('page', text)),
    ...tdm('page', content(/^tdm-reservation$/i)[0] ?? '', content(/^tdm-policy$/i)[0] ?? ''),
    ...content(/^copyright$/i).flatMap((text) => signal('copyright', 'page', text)),
    ...content(/^author$/i).flatMap((text) => signal('creator', 'page', text)),
  ];
}
