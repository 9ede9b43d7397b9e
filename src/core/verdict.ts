import type { Resemblance } from './look.ts';
import type { SizeMatch } from './sizes.ts';

/** What is known of bytes that came for an image, against what the page shows of it. */
export interface Evidence {
  readonly sizes: SizeMatch;
  /** Absent where the looks could not be compared. */
  readonly looks?: Resemblance | undefined;
  /** An earlier image of the same host on the same page came as it was shown, and this one may be kept by anybody. */
  readonly proven: boolean;
  /** Another way brought the very same bytes. */
  readonly again: boolean;
}

/** `doubtful`: to be taken if nothing better comes. */
export type Verdict = 'believed' | 'doubtful' | 'differs';

/**
 * Whether bytes are those of the image that the page shows. A picture that looks different, or has another shape, is another
 * one, also when it comes twice: what refuses one request with a picture refuses the next.
 */
export function judge({ sizes, looks, proven, again }: Evidence): Verdict {
  if (looks === 'different' || (sizes === 'different' && looks !== 'same')) return 'differs';
  if (again) return 'believed';
  if (sizes === 'different') return 'doubtful';
  if (sizes === 'smaller') return proven ? 'believed' : 'doubtful';
  if (sizes === 'larger') return proven || looks === 'same' ? 'believed' : 'doubtful';
  return 'believed';
}
