/** What somebody who is not trusted may still ask for; it fills again with time. */
export interface Allowance {
  readonly left: number;
  /** When `left` was right, in ms. */
  readonly at: number;
}

/** So much at once, and so much a second in the long run. */
export interface Rate {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** Takes `cost` out of an allowance (none yet: a full one). @returns what is left, or `undefined` where it does not reach */
export function spend(
  allowance: Allowance | undefined,
  cost: number,
  rate: Rate & { now: number },
): Allowance | undefined {
  const { left, at } = allowance ?? { left: rate.atOnce, at: rate.now };
  const grown = Math.min(rate.atOnce, left + (Math.max(0, rate.now - at) / 1_000) * rate.perSecond);
  return cost > grown ? undefined : { left: grown - cost, at: rate.now };
}
