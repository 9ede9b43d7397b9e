import { type FailureNote, noteOf, toFailure } from '../../core/failure.ts';
import type { Tag } from '../../core/tag.ts';
import { ask } from '../../platform/messaging.ts';
import type { Kept } from '../../protocol.ts';
import type { Picked } from './read-transfer.ts';

/** Pictures under way at once: one is hashed and decoded while another is written. */
const LANES = 3;

/** What became of one picture. */
export type Fate =
  | { readonly picked: Picked; readonly kept: Kept }
  | { readonly picked: Picked; readonly failure: FailureNote };

/** Where they go, and as what. */
export interface Choice {
  readonly project: string;
  readonly tag: Tag;
}

/** Hands pictures to the background, and tells of each when it is saved or why not. Those not begun at `signal` are left. */
export async function keepPictures(
  pictures: readonly Picked[],
  choice: Choice,
  { signal, onFate }: { readonly signal: AbortSignal; readonly onFate: (fate: Fate) => void },
): Promise<void> {
  const left = pictures.values();
  const lane = async () => {
    for (const picked of left) {
      if (signal.aborted) return;
      onFate(await keep(picked, choice));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function keep(picked: Picked, { project, tag }: Choice): Promise<Fate> {
  const { file, address, ...told } = picked;
  // The background fetches it: a message does not carry bytes in every browser.
  const blob = file && URL.createObjectURL(file);
  const where = { ...(blob && { blob }), ...(address && { address }) };
  try {
    return { picked, kept: await ask('captureGiven', project, tag, { ...told, ...where }) };
  } catch (error) {
    return { picked, failure: noteOf(toFailure(error)) };
  } finally {
    if (blob) URL.revokeObjectURL(blob);
  }
}
