import { expect, test } from 'vitest';
import { exportFileName, slugOf } from './file-name.ts';

test.each([
  ['Dogs', 'dogs'],
  ['  Straße & Köter  ', 'stra-e-koter'],
  ['../../etc/passwd', 'etc-passwd'],
  ['犬', 'project'],
  ['', 'project'],
  ['CON', 'con'],
  ['a'.repeat(80), 'a'.repeat(48)],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('the day is the person’s own', () => {
  expect(exportFileName('Dogs', new Date(2026, 0, 5, 23, 59))).toBe('foil-dogs-2026-01-05.zip');
});
