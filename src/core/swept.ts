import type { FailureKind, FailureNote } from './failure.ts';
import type { Tag } from './tag.ts';

/** What has become of an image that was tagged in a sweep. */
export type SweptState = 'waiting' | 'saved' | 'already' | 'retagged' | 'failed';

/** How far a sweep is. */
export interface Progress {
  /** Images that were tagged. */
  readonly total: number;
  readonly saved: number;
  readonly already: number;
  readonly failed: number;
  /** That the last of them got. */
  readonly tag?: Tag;
  /** Why, the most frequent first. */
  readonly reasons: readonly FailureNote[];
}

export function progressOf(
  items: readonly { readonly state?: SweptState; readonly failure?: FailureNote; readonly tag?: Tag }[],
): Progress {
  const tagged = items.filter(({ state }) => state !== undefined);
  const count = (...states: SweptState[]) => tagged.filter(({ state }) => state && states.includes(state)).length;
  const reasons = new Map<FailureKind, { note: FailureNote; times: number }>();
  for (const { state, failure: note } of tagged)
    if (state === 'failed' && note) reasons.set(note.kind, { note, times: (reasons.get(note.kind)?.times ?? 0) + 1 });
  const tag = tagged.at(-1)?.tag;
  return {
    total: tagged.length,
    saved: count('saved', 'retagged'),
    already: count('already'),
    failed: count('failed'),
    ...(tag && { tag }),
    reasons: [...reasons.values()].sort((a, b) => b.times - a.times).map(({ note }) => note),
  };
}
