import { describe, expect, it } from 'vitest';
import { clip, clipAddress, LIMITS } from './limits.ts';

describe('clip', () => {
  it.each([
    ['', 5, ''],
    ['dogs', 5, 'dogs'],
    ['doggy', 5, 'doggy'],
    ['doggie', 5, 'dogg…'],
    ['dogs', 1, '…'],
    // A letter of two code units is kept whole or not at all.
    ['dog🐕🐕', 5, 'dog…'],
    ['do🐕🐕', 5, 'do🐕…'],
  ])('cuts %j at %i: %j', (text, length, expected) => {
    expect(clip(text, length)).toBe(expected);
    // Throws at half a letter.
    encodeURIComponent(clip(text, length));
  });

  it('holds what a page says to its limit', () => expect(clip('x'.repeat(9_999))).toHaveLength(LIMITS.text));
});

describe('clipAddress', () => {
  it('keeps of a data address its type, of any other all that fits', () => {
    expect(clipAddress(`data:image/png;base64,${'A'.repeat(9_999)}`)).toMatch(/^data:image\/png;base64,A+…$/);
    expect(clipAddress(`data:image/png;base64,${'A'.repeat(9_999)}`)).toHaveLength(64);
    const address = 'https://images.example/'.padEnd(LIMITS.address, 'x');
    expect(clipAddress(address)).toBe(address);
    expect(clipAddress(`${address}x`)).toHaveLength(LIMITS.address);
  });
});
