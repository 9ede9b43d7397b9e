import { expect, it } from 'vitest';
import { chooseUnit, relativeTime } from './relative-time.ts';

const DAY = 86_400;

it.each([
  [0, 0, 'second'],
  [-59, 0, 'second'],
  [-60, -1, 'minute'],
  [-3_599, -59, 'minute'],
  [-3_600, -1, 'hour'],
  [-DAY + 1, -23, 'hour'],
  [-DAY, -1, 'day'],
  [-6.9 * DAY, -6, 'day'],
  [-7 * DAY, -1, 'week'],
  [-31 * DAY, -1, 'month'],
  [-800 * DAY, -2, 'year'],
  [300, 5, 'minute'],
] as const)('%d seconds are %d %s', (seconds, value, unit) => {
  expect(chooseUnit(seconds)).toEqual({ value, unit });
});

it.each([
  [-5_000, 'en', 'now'],
  [-120_000, 'en', '2 minutes ago'],
  [-120_000, 'de', 'vor 2 Minuten'],
  [300_000, 'en', 'in 5 minutes'],
  [-86_400_000, 'en', 'yesterday'],
] as const)('%d ms in %s reads "%s"', (span, language, text) => {
  const now = 1_800_000_000_000;
  expect(relativeTime(now + span, now, language)).toBe(text);
});
