import type { Found } from '../core/found.ts';
import { clip } from '../core/limits.ts';
import { clockTime } from '../core/moment.ts';
import type { Intent, Offer } from '../db/schema.ts';
import { ourLanguage, words } from '../platform/words.ts';
import type { Word, WordChoice } from '../protocol.ts';

/** Other images that a word shows, at most: more would be a page of its own. */
const MOST_CHOICES = 4;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Width first, also among words that run from right to left. */
export function sizeOf({ width, height }: Size): string {
  const size = `${width} × ${height}`;
  return ourLanguage().dir === 'rtl' ? `\u2066${size}\u2069` : size;
}

export const frameAt = (moment: number) => words('kind_video', clockTime(moment));

/** What else may have been meant. */
export function choicesOf({ id, intent, others }: Offer): Pick<Word, 'choices'> {
  const list = others.slice(0, MOST_CHOICES).map(({ found }, index) => choiceOf(found, { id, index, intent }));
  if (list.length === 0) return {};
  // The browser's own menu named what was captured: that is what the person pointed at.
  const isSure = intent.by === 'instead' || (intent.srcUrl !== '' && intent.srcUrl === intent.found?.url);
  return { choices: { label: words('choices_label'), list, open: !isSure } };
}

interface Place {
  readonly id: string;
  readonly index: number;
  readonly intent: Intent;
}

function choiceOf(found: Found, { id, index, intent }: Place): WordChoice {
  const label = found.width > 0 && found.height > 0 ? sizeOf(found) : kindOf(found);
  const detail = nameOf(found);
  const name = words('choice_take', [detail, label].filter((part) => part !== '').join(', '));
  // The word stands in the top frame: only of that frame's elements can it draw one.
  return { capture: id, index, label, detail, name, key: intent.frameId === 0 ? found.key : '' };
}

function kindOf({ kind, moment, url }: Found): string {
  if (kind === 'video') return frameAt(moment ?? 0);
  return kind === 'canvas' ? words('kind_canvas') : hostOf(url);
}

/** What a person would call it: its description, else its file's name. */
function nameOf({ alt, url }: Found): string {
  const described = alt.trim().replace(/\s+/g, ' ');
  return clip(described || fileOf(url), 48);
}

function fileOf(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return '';
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** A larger version of what was captured. */
export function largerChoice(capture: string, index: number, size: Size): WordChoice {
  const label = words('larger_found', sizeOf(size));
  return { capture, index, label, detail: words('larger_use'), name: words('larger_name', sizeOf(size)), key: '' };
}
