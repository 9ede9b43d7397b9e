import type { RightsSignal } from './signal.ts';

/**
 * What a person should know of an image before a model learns from it: its maker reserves that use; a machine made it, so that
 * it teaches what a machine believes; or its licence sets conditions on commercial use or on what is made of it.
 */
export const REMARKS = ['reserved', 'ai-made', 'conditions'] as const;

export type Remark = (typeof REMARKS)[number];

/** The remarks on an image, the weightiest first. */
export function remarksOn(rights: readonly RightsSignal[] | undefined): readonly Remark[] {
  return REMARKS.filter((remark) => rights?.some((found) => remarkOf(found) === remark));
}

/** Whether the maker reserves this use: the one remark that a project can refuse an image for. */
export function isReserved(rights: readonly RightsSignal[] | undefined): boolean {
  return remarksOn(rights)[0] === 'reserved';
}

/** What a signal gives reason to remark. */
export function remarkOf({ kind, value }: RightsSignal): Remark | undefined {
  if (kind === 'no-ai' || kind === 'tdm-reserved') return 'reserved';
  if (kind === 'ai-made') return 'ai-made';
  return kind === 'creative-commons' && /-N[CD]\b/.test(value) ? 'conditions' : undefined;
}
