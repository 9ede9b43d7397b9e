import type { Tag } from '../core/tag.ts';

export const TAG_HINTS = {
  positive: 'hint_positive',
  'context-negative': 'hint_context_negative',
  distractor: 'hint_distractor',
} as const satisfies Record<Tag, string>;
