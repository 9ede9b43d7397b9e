import { type RightsSignal, signal } from '../../core/rights/signal.ts';
import { copyright, robots, tdm } from '../../core/rights/statements.ts';

/** Elements of a page that are looked at. */
const METAS = 200;

/** Whom `robots` directives may address. Not any name: `keywords` may hold the word as well. */
const AGENT = /^(robots|google-extended|anthropic-ai|[\w-]*bot(-[\w-]+)?)$/i;

/** What a page's `meta` elements say; who wrote a page need not have made its images, but is whom to ask. */
export function rightsInMetas(root: Element): RightsSignal[] {
  const metas = [...root.getElementsByTagName('meta')].slice(0, METAS);
  const contents = (name: RegExp) => metas.filter((meta) => name.test(meta.name)).map((meta) => meta.content);
  return [
    ...contents(AGENT).flatMap((content) => robots('page', content)),
    ...tdm('page', contents(/^tdm-reservation$/i)[0] ?? '', contents(/^tdm-policy$/i)[0] ?? ''),
    ...contents(/^((dc|dcterms)\.)?(copyright|rights)$/i).flatMap((content) => copyright('page', content)),
    ...contents(/^author$/i).flatMap((content) => signal('creator', 'page', content)),
  ];
}
