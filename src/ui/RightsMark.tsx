import { clip } from '../core/limits.ts';
import { type Remark, remarksOn } from '../core/rights/reserve.ts';
import type { RightsKind, RightsSignal } from '../core/rights/signal.ts';
import { words } from '../platform/words.ts';
import './RightsMark.css';

/** Signals that are named in the tooltip, and characters of each. */
const MOST = { signals: 10, value: 160 };

/** What is known of an image's rights: a sign, a word where there is something to know, and all of it in its name. */
export function RightsMark({ rights = [] }: { readonly rights: readonly RightsSignal[] | undefined }) {
  const [remark] = remarksOn(rights);
  if (rights.length === 0) return null;
  const word = words(remark ? REMARK_WORDS[remark] : 'rights_mark');
  const all = rights.slice(0, MOST.signals).map(({ kind, value }) => words(KIND_WORDS[kind], clip(value, MOST.value)));
  return (
    <span
      class={`rights ${remark ?? 'plain'}`}
      role="img"
      aria-label={[word, ...all].join('. ')}
      title={all.join('\n')}
    >
      <svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" aria-hidden="true">
        <path d={SIGNS[remark ?? 'plain']} stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {remark && word}
    </span>
  );
}

const REMARK_WORDS = {
  reserved: 'rights_mark_reserved',
  'ai-made': 'rights_mark_ai_made',
  conditions: 'rights_mark_conditions',
} as const satisfies Record<Remark, string>;

const KIND_WORDS = {
  licence: 'rights_licence',
  'creative-commons': 'rights_creative_commons',
  copyright: 'rights_copyright',
  creator: 'rights_creator',
  credit: 'rights_credit',
  'no-ai': 'rights_no_ai',
  'tdm-reserved': 'rights_tdm_reserved',
  'ai-made': 'rights_ai_made',
} as const satisfies Record<RightsKind, string>;

const COPYRIGHT = 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M9.9 6.3a2.5 2.5 0 1 0 0 3.4';

/** A barred circle, a spark, the sign of copyright. */
const SIGNS = {
  reserved: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M4 4l8 8',
  'ai-made': 'M8 2.2c.6 3.6 2.2 5.2 5.8 5.8-3.6.6-5.2 2.2-5.8 5.8-.6-3.6-2.2-5.2-5.8-5.8C5.8 7.4 7.4 5.8 8 2.2',
  conditions: COPYRIGHT,
  plain: COPYRIGHT,
} satisfies Record<Remark | 'plain', string>;
