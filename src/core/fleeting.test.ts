import { expect, test } from 'vitest';
import { isFleeting } from './fleeting.ts';

test.each([
  [{}, false],
  [{ 'cache-control': 'public, max-age=31536000, immutable' }, false],
  [{ 'cache-control': 'no-store' }, true],
  [{ 'cache-control': 'Private, Max-Age=600' }, true],
  [{ 'cache-control': 'max-age=0, must-revalidate' }, true],
  [{ 'cache-control': 'max-age=0100' }, false],
  [{ vary: 'Accept' }, false],
  [{ vary: 'Accept-Encoding, Origin' }, false],
  [{ vary: 'Accept, Cookie' }, true],
  [{ vary: '*' }, true],
  [{ vary: 'Sec-Fetch-Dest' }, true],
])('%j: %s', (headers: Readonly<Record<string, string>>, fleeting) => {
  expect(isFleeting((name) => headers[name] ?? null)).toBe(fleeting);
});
