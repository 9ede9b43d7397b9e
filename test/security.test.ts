import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** SECURITY.md names the test that tries each attack: a promise whose test is gone is none. */
const text = readFileSync('SECURITY.md', 'utf8');

/** A file, and the names that follow it up to the next. */
const named = [...text.matchAll(/`((?:test|src)\/[^`]+\.test\.ts)`((?: ?·? ?“[^”]*”)+)/g)].flatMap(
  ([, file = '', names = '']) => [...names.matchAll(/“([^”]*)”/g)].map(([, name = '']) => [file, name] as const),
);

test('SECURITY.md names tests', () => expect(named.length).toBeGreaterThan(20));

test.each(named)('%s has “%s”', (file, name) => expect(readFileSync(file, 'utf8')).toContain(name));
