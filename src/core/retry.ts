import { canSucceedLater, type Failure } from './failure.ts';

/** First delay, growth and cap, in ms: "full jitter" of the AWS Architecture Blog, "Exponential Backoff And Jitter". */
export const RETRY = { first: 4_000, factor: 2, longest: 60 * 60_000 } as const;

/**
 * When to try again, in ms since 1970; `undefined` for what cannot succeed by itself.
 *
 * @param attempts how often it failed before this failure
 * @param random a number in [0, 1): the jitter
 */
export function nextAttempt(failure: Failure, attempts: number, now: number, random: number): number | undefined {
  if (!canSucceedLater(failure.kind)) return undefined;
  const ceiling = Math.min(RETRY.longest, RETRY.first * RETRY.factor ** Math.min(attempts, 30));
  const jittered = ceiling / 2 + (ceiling / 2) * random;
  return now + Math.max(jittered, Math.min(failure.retryAfter ?? 0, 24 * RETRY.longest));
}

/**
 * The value of a `Retry-After` header in ms: seconds or an HTTP date (RFC 9110, 10.2.3). `undefined` when absent or nonsense.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
