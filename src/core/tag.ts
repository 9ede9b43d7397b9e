/** What an image is to the model: DESIGN.md, "Words". */
export const TAGS = ['positive', 'context-negative', 'distractor'] as const;

export type Tag = (typeof TAGS)[number];

export function isTag(value: unknown): value is Tag {
  return TAGS.some((tag) => tag === value);
}

/** Whether the target is absent: such an image has to count as a labelled-empty one in training. */
export function isNegative(tag: Tag): boolean {
  return tag !== 'positive';
}
