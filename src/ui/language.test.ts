import { expect, it, vi } from 'vitest';

vi.mock('../platform/words.ts', () => ({ uiLanguage: () => 'en-GB', words: () => 'en' }));

const { chooseLanguage } = await import('./language.ts');

it.each([
  ['en-GB', 'en', 'en-GB'],
  ['de', 'de', 'de'],
  ['fr-CA', 'en', 'en'],
  ['pt-BR', 'pt-PT', 'pt-BR'],
] as const)('a browser in %s with words in %s uses %s', (browser, spoken, expected) => {
  expect(chooseLanguage(browser, spoken)).toBe(expected);
});
