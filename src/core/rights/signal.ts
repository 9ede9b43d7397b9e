import { isRecord, listAt, textAt } from '../json.ts';
import { clip } from '../limits.ts';

/** What a page, an answer or a file says about the use of an image. */
export const RIGHTS_KINDS = [
  'licence',
  'creative-commons',
  'copyright',
  'creator',
  'credit',
  'no-ai',
  'tdm-reserved',
  'ai-made',
] as const;

export type RightsKind = (typeof RIGHTS_KINDS)[number];

/** Where it can be said. */
export type RightsSource = 'page' | 'schema.org' | 'header' | 'iptc' | 'xmp' | 'exif';

export interface RightsSignal {
  readonly kind: RightsKind;
  readonly source: RightsSource;
  /** In the words of the source: a name, an address, a directive. Shown as text alone. */
  readonly value: string;
}

/** Characters of one signal, and signals of one image, that are kept. */
const MOST = { value: 500, signals: 24 };

/** The kinds that decide what happens to an image: where there are too many signals, these are kept. */
const WEIGHTY: readonly RightsKind[] = ['no-ai', 'tdm-reserved', 'ai-made', 'creative-commons'];

/** A signal, if it says anything, on one line and at a length that can be shown. */
export function signal(kind: RightsKind, source: RightsSource, value: string): RightsSignal[] {
  const text = value
    .slice(0, 4 * MOST.value)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: files end their texts with them.
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  return text === '' ? [] : [{ kind, source, value: clip(text, MOST.value) }];
}

/** The union, each statement once and by its first source; what matters most survives when there is too much. */
export function mergeRights(...lists: readonly (readonly RightsSignal[] | undefined)[]): readonly RightsSignal[] {
  const all = lists.flatMap((list) => list ?? []);
  const weighty = (found: RightsSignal) => Number(!WEIGHTY.includes(found.kind));
  const seen = new Map(all.toReversed().map((found) => [`${found.kind} ${found.value.toLowerCase()}`, found]));
  return all
    .filter((found) => seen.get(`${found.kind} ${found.value.toLowerCase()}`) === found)
    .sort((a, b) => weighty(a) - weighty(b))
    .slice(0, MOST.signals);
}

/** Reads what a page's frame says it found: by the page's own words, or by the headers of an answer. A page is hostile. */
export function parseRights(value: unknown, from: 'page' | 'header' = 'page'): readonly RightsSignal[] {
  return mergeRights(
    listAt({ value }, 'value')
      .slice(0, 4 * MOST.signals)
      .flatMap((item) => parseSignal(item, from)),
  );
}

function parseSignal(value: unknown, from: 'page' | 'header'): RightsSignal[] {
  const kind = RIGHTS_KINDS.find((known) => isRecord(value) && value['kind'] === known);
  const source = from === 'page' && textAt(value, 'source') === 'schema.org' ? 'schema.org' : from;
  return kind ? signal(kind, source, textAt(value, 'value') ?? '') : [];
}
