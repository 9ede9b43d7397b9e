import type { Tag } from '../core/tag.ts';

/** The words of each tag, as keys of `_locales`. */
export const TAG_WORDS = {
  positive: 'tag_positive',
  'context-negative': 'tag_context_negative',
  distractor: 'tag_distractor',
} as const satisfies Record<Tag, string>;

export const TAG_HINTS = {
  positive: 'hint_positive',
  'context-negative': 'hint_context_negative',
  distractor: 'hint_distractor',
} as const satisfies Record<Tag, string>;
