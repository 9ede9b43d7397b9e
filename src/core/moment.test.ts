import { expect, it } from 'vitest';
import { clockTime } from './moment.ts';

it.each([
  [0, '0:00'],
  [9.99, '0:09'],
  [83, '1:23'],
  [600, '10:00'],
  [3_599.9, '59:59'],
  [3_723, '1:02:03'],
  [360_000, '100:00:00'],
  [-1, '0:00'],
])('%d s is %s', (seconds, text) => expect(clockTime(seconds)).toBe(text));
