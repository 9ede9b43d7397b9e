const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** The largest unit that fits a span, and how many of it; below a minute that is "now". `seconds` < 0 lies in the past. */
export function chooseUnit(seconds: number): { value: number; unit: Intl.RelativeTimeFormatUnit } {
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return { value: Math.trunc(seconds / length), unit };
  }
  return { value: 0, unit: 'second' };
}

/** "2 minutes ago", "in 5 minutes", "now". Times in ms since 1970. */
export function relativeTime(at: number, now: number, language: string): string {
  const { value, unit } = chooseUnit((at - now) / 1_000);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(value, unit);
}
