import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayMove } from './moving.ts';

test.each([
  ['animated.gif', true],
  ['animated.png', true],
  ['animated.webp', true],
  ['sequence.avif', true],
  ['still.gif', false],
  ['plain.png', false],
  ['lossy.webp', false],
  ['plain.avif', false],
  ['baseline.jpg', false],
])('%s: %s', (file, moves) => expect(mayMove(readFileSync(`test/fixtures/images/${file}`))).toBe(moves));

test('no bytes do not move', () => expect(mayMove(new Uint8Array())).toBe(false));
