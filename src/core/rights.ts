import { isRecord, listAt, textAt } from './json.ts';
import { clip } from './limits.ts';

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

export interface RightsSignal {
  readonly kind: RightsKind;
  /** Where it was said. */
  readonly source: 'page' | 'schema.org' | 'header' | 'iptc' | 'xmp';
  /** In the words of the source: a name, an address, a directive. Shown as text alone. */
  readonly value: string;
}

/** What a project does about an image whose maker reserves such use. */
export type RightsPolicy = 'record' | 'warn' | 'refuse';

/** Characters of one signal, and signals of one image, that are kept. */
const MOST = { value: 500, signals: 24 };

/** Reads what a page's frame says it found; a page is hostile. */
export function parseRights(value: unknown): readonly RightsSignal[] {
  return listAt({ value }, 'value').slice(0, MOST.signals).flatMap(parseSignal);
}

function parseSignal(value: unknown): RightsSignal[] {
  const kind = RIGHTS_KINDS.find((known) => isRecord(value) && value['kind'] === known);
  const text = textAt(value, 'value');
  const source = textAt(value, 'source') === 'schema.org' ? 'schema.org' : 'page';
  return kind && text ? [{ kind, source, value: clip(text, MOST.value) }] : [];
}
