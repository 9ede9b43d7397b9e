import { canSucceedLater, type Failure } from './failure.ts';

/** First delay, growth and cap, in ms: "equal jitter" of the AWS Architecture Blog, "Exponential Backoff And Jitter". */
export const RETRY = { first: 4_000, factor: 2, longest: 60 * 60_000, offline: 30_000 } as const;

/**
 * When to try again, in ms since 1970; `undefined` for what cannot succeed by itself.
 *
 * @param attempts how often it failed before this failure
 * @param random a number in [0, 1): the jitter
 */
export function nextAttempt(failure: Failure, attempts: number, now: number, random: number): number | undefined {
  if (!canSucceedLater(failure.kind)) return undefined;
  // Looking costs nobody anything, and no worker can count on hearing that the connection is back.
  if (failure.kind === 'offline') return now + RETRY.offline;
  const ceiling = Math.min(RETRY.longest, RETRY.first * RETRY.factor ** Math.min(attempts, 30));
  const jittered = ceiling / 2 + (ceiling / 2) * random;
  return now + Math.max(jittered, Math.min(failure.retryAfter ?? 0, 24 * RETRY.longest));
}

/** The three forms that RFC 9110, 5.6.7 asks to be read. `Date.parse` alone finds a date in almost anything. */
const HTTP_DATE =
  /^[A-Z][a-z]{2,8},? (\d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} [\d:]{8} GMT|[A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/;

/**
 * The value of a `Retry-After` header in ms: seconds or an HTTP date (RFC 9110, 10.2.3). `undefined` when absent or nonsense.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // The oldest form names no zone, and means GMT.
  const date = HTTP_DATE.test(text) ? Date.parse(text.replace(/( GMT)?$/, ' GMT')) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
