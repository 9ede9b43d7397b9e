import { expect, test } from 'vitest';
import { matchSizes } from './sizes.ts';

test.each([
  ['the same', 1024, 576, 1024, 576, 'same'],
  ['off by one', 1023, 576, 1024, 576, 'same'],
  ['nothing known', 1024, 576, 0, 0, 'unknown'],
  ['density 2', 2048, 1152, 1024, 576, 'larger'],
  ['density 3, rounded', 1000, 667, 333, 222, 'larger'],
  ['density 1.5', 960, 540, 640, 360, 'larger'],
  ['800w where 1263 pixels are to be filled', 800, 450, 1263, 710, 'smaller'],
  ['another shape', 600, 400, 1024, 576, 'different'],
  ['turned', 576, 1024, 1024, 576, 'different'],
  ['a spacer', 1, 1, 1024, 576, 'different'],
  ['a square for a photograph', 512, 512, 1024, 576, 'different'],
] as const)('%s', (_what, width, height, shownWidth, shownHeight, match) => {
  expect(matchSizes({ width, height }, { width: shownWidth, height: shownHeight })).toBe(match);
});
