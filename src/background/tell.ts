import word from '../content/word.iife.ts?iife';
import { type Failure, noteOf, toFailure } from '../core/failure.ts';
import { database } from '../db/open.ts';
import type { Intent, Offer } from '../db/schema.ts';
import { type Saved, writeValue } from '../db/write.ts';
import { announce } from '../platform/changes.ts';
import { inject } from '../platform/frame-scripts.ts';
import { askFrame } from '../platform/messaging.ts';
import { hasAllSites } from '../platform/permissions.ts';
import type { Word, WordChoice } from '../protocol.ts';
import { showCounts } from './counts.ts';
import { isSmall, noteOffer } from './offers.ts';
import { problemWord, savedWord } from './word-for.ts';

/** Says that it is saved, and what else is offered: kept first, so that every button of the word has an answer. */
export async function tellSaved({ tabId }: Intent, saved: Saved, made: Offer): Promise<void> {
  const offer = { ...made, others: made.others.filter(isSmall) };
  const [project, allSites] = await Promise.all([
    (await database()).get('projects', saved.capture.project),
    hasAllSites(),
    noteOffer(offer),
  ]);
  // A page that cannot show a word, or is gone: the badge counts all the same.
  await say(tabId, savedWord({ saved, project, offer, allSites })).catch(() => undefined);
}

/** Adds a larger version to the word, where that still stands. */
export async function tellLarger({ tabId }: Intent, larger: WordChoice): Promise<void> {
  await askFrame({ tabId, frameId: 0 }, 'offer', larger).catch(() => undefined);
}

export async function tellFailure({ tabId }: Pick<Intent, 'tabId'>, failure: Failure): Promise<void> {
  const shown = await say(tabId, problemWord(failure)).then(
    () => true,
    () => false,
  );
  if (!shown) await keepNotice(failure);
}

/** What no page can show stands in the pop-up until it was seen, and the badge points there. */
async function keepNotice(failure: Failure): Promise<void> {
  await writeValue(await database(), 'notice', { failure: noteOf(failure), at: Date.now() });
  announce({ what: 'notice' });
  await showCounts();
}

/** @throws Failure where the page cannot show a word, or is gone */
export async function say(tabId: number, shown: Word): Promise<void> {
  const top = { tabId, frameId: 0 };
  try {
    await askFrame(top, 'say', shown);
  } catch (error) {
    if (toFailure(error).kind !== 'no-reply') throw error;
    await inject(top, word);
    await askFrame(top, 'say', shown);
  }
}
