import { expect, test } from 'vitest';
import { type Evidence, judge } from './verdict.ts';

const nothing: Evidence = { sizes: 'unknown', proven: false, again: false };

test.each<[string, Partial<Evidence>, string]>([
  ['nothing to compare with', {}, 'believed'],
  ['the same size, out of sight', { sizes: 'same' }, 'believed'],
  ['the same size and looks', { sizes: 'same', looks: 'same' }, 'believed'],
  ['the same size, turned on the page', { sizes: 'same', looks: 'unsure' }, 'believed'],
  ['the same size, other looks', { sizes: 'same', looks: 'different' }, 'differs'],
  ['other looks from a proven host', { sizes: 'same', looks: 'different', proven: true }, 'differs'],
  ['other looks, twice', { sizes: 'same', looks: 'different', again: true }, 'differs'],
  ['another shape', { sizes: 'different' }, 'differs'],
  ['another shape from a proven host', { sizes: 'different', proven: true }, 'differs'],
  ['another shape, twice', { sizes: 'different', again: true }, 'differs'],
  ['another shape, the same looks, twice', { sizes: 'different', looks: 'same', again: true }, 'believed'],
  ['another shape, the same looks', { sizes: 'different', looks: 'same' }, 'doubtful'],
  ['denser, out of sight', { sizes: 'larger' }, 'doubtful'],
  ['denser, out of sight, from a proven host', { sizes: 'larger', proven: true }, 'believed'],
  ['denser, the same looks', { sizes: 'larger', looks: 'same' }, 'believed'],
  ['smaller, the same looks: a preview for strangers?', { sizes: 'smaller', looks: 'same' }, 'doubtful'],
  ['smaller, twice', { sizes: 'smaller', looks: 'same', again: true }, 'believed'],
  ['smaller from a proven host', { sizes: 'smaller', proven: true }, 'believed'],
])('%s', (_what, evidence, verdict) => expect(judge({ ...nothing, ...evidence })).toBe(verdict));
