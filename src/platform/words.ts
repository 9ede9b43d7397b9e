import browser from 'webextension-polyfill';
import type { FailureKind, FailureNote } from '../core/failure.ts';
import type { Tag } from '../core/tag.ts';
import type messages from '../public/_locales/en/messages.json';

/** A key of `_locales`. */
export type WordKey = keyof typeof messages;

/** Words in the person's language. `values` fill the placeholders in their order. */
export function words(key: WordKey, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}

/** What went wrong, in plain words, and the one thing to do. */
export function failureWords({ kind, fact }: FailureNote): { text: string; remedy: string } {
  const stem = kind.replaceAll('-', '_') as Underscored<FailureKind>;
  return { text: words(`failure_${stem}`, fact ?? ''), remedy: words(`remedy_${stem}`, fact ?? '') };
}

const TAG_WORDS = {
  positive: 'tag_positive',
  'context-negative': 'tag_context_negative',
  distractor: 'tag_distractor',
} as const satisfies Record<Tag, WordKey>;

export function tagName(tag: Tag): string {
  return words(TAG_WORDS[tag]);
}

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** Of the words themselves, which is not that of the browser where there are none in it. */
export function ourLanguage(): { readonly lang: string; readonly dir: string } {
  return { lang: words('ui_language'), dir: words('ui_direction') };
}
