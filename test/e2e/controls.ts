import type { Locator, Page } from 'playwright-core';
import messages from '../../src/public/_locales/en/messages.json' with { type: 'json' };

/** Foil's own pages as a person uses them: by the words that stand on them, with the mouse and with keys. */

export type Word = keyof typeof messages;

/** What Foil says in English, with the facts in their places. */
export function say(word: Word, ...facts: (string | number)[]): string {
  return facts.reduce<string>(
    (text, fact, index) => text.replaceAll(`$${index + 1}`, String(fact)),
    messages[word].message,
  );
}

export function button(within: Page | Locator, word: Word, ...facts: (string | number)[]): Locator {
  return within.getByRole('button', { name: say(word, ...facts), exact: true });
}

export function field(within: Page | Locator, word: Word): Locator {
  return within.getByLabel(say(word), { exact: true });
}

export function text(within: Page | Locator, word: Word, ...facts: (string | number)[]): Locator {
  return within.getByText(say(word, ...facts), { exact: true });
}

/** A choice that has a second line: its name begins with the word. */
export function choice(within: Page | Locator, word: Word): Locator {
  return within.getByRole('radio', { name: say(word) });
}

export function region(page: Page, word: Word): Locator {
  return page.getByRole('region', { name: say(word), exact: true });
}

/** Replaces what stands in a field, key by key: each half-typed value is drawn too. */
export async function type(into: Locator, value: string): Promise<void> {
  await into.click();
  await into.press('ControlOrMeta+a');
  await into.press('Delete');
  await into.pressSequentially(value);
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(wanted)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

export function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === document.activeElement);
}
