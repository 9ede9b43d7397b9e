import { uiLanguage, words } from '../platform/words.ts';

/**
 * The language of our words, with the person's region where it fits. A browser in a language we do not speak shows
 * English: dates and numbers, and what a screen reader is told, have to be English then too.
 */
export function chooseLanguage(browserLanguage: string, spoken: string): string {
  return browserLanguage.split('-')[0] === spoken.split('-')[0] ? browserLanguage : spoken;
}

export function language(): string {
  return chooseLanguage(uiLanguage().replaceAll('_', '-'), words('ui_language'));
}

/** Of our words, not of the browser, for the same reason. */
export function direction(): 'ltr' | 'rtl' {
  return words('ui_direction') === 'rtl' ? 'rtl' : 'ltr';
}

export function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}
