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

/** A figure that shall be at most `factor` times its peer. */
export function atMost(
  name: string,
  value: number,
  peer: number,
  unit: string,
  against: string,
  factor: number,
): Figure {
  const ratio = value / peer;
  return {
    name,
    value,
    unit,
    against: `${against}: ${round(peer)} ${unit}`,
    ratio,
    goal: `≤ ${factor} ×`,
    met: ratio <= factor,
  };
}

/** A figure that shall be at least `factor` times its peer. */
export function atLeast(
  name: string,
  value: number,
  peer: number,
  unit: string,
  against: string,
  factor: number,
): Figure {
  const ratio = value / peer;
  return {
    name,
    value,
    unit,
    against: `${against}: ${round(peer)} ${unit}`,
    ratio,
    goal: `≥ ${factor} ×`,
    met: ratio >= factor,
  };
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
