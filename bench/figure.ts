/** One line of the bench: a value, what it is held against, and whether it meets its goal. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, measured in the same run, or the limit itself. */
  readonly against: string;
  /** Value divided by what it is compared with. */
  readonly ratio: number;
  /** In words: `≤ 1.3` for a ratio, `≤ 4096 B` for a limit. */
  readonly goal: string;
  readonly met: boolean;
}

/** The value below which a share of the samples lies (nearest rank). `share` in [0, 1]. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A value and its peer, measured in the same run in the same unit. */
interface Compared {
  readonly name: string;
  readonly value: number;
  readonly peer: number;
  readonly unit: string;
  /** What the peer is. */
  readonly against: string;
}

/** A figure that shall be at most `factor` times its peer. */
export function atMost(compared: Compared, factor: number): Figure {
  return compare(compared, `≤ ${factor} ×`, (ratio) => ratio <= factor);
}

/** A figure that shall be at least `factor` times its peer. */
export function atLeast(compared: Compared, factor: number): Figure {
  return compare(compared, `≥ ${factor} ×`, (ratio) => ratio >= factor);
}

function compare({ peer, ...rest }: Compared, goal: string, isMet: (ratio: number) => boolean): Figure {
  const ratio = rest.value / peer;
  return { ...rest, against: `${rest.against}: ${round(peer)} ${rest.unit}`, ratio, goal, met: isMet(ratio) };
}

/** A figure that shall stay within a limit. */
export function within(name: string, value: number, limit: number, unit: string): Figure {
  return {
    name,
    value,
    unit,
    against: 'limit',
    ratio: limit === 0 ? value : value / limit,
    goal: `≤ ${limit} ${unit}`,
    met: value <= limit,
  };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
