import { Failure } from '../core/failure.ts';
import { database } from '../db/open.ts';
import type { Intent, Offer, Other } from '../db/schema.ts';
import { hasAllSites } from '../platform/permissions.ts';
import { capture } from './capture.ts';
import { newId } from './intents.ts';
import { dropOffer, readOffer } from './offers.ts';

/**
 * Takes another image of an offer in the place of the capture. That one stays until the other is saved, in one step with it; it
 * stays for good if the gesture had changed nothing about it, or the person has since.
 *
 * @throws Failure `offer-too-late`
 */
export async function choose(id: unknown, index: unknown, tabId: number | undefined): Promise<void> {
  const offer = await readOffer(id, tabId);
  const chosen = typeof index === 'number' ? offer.others[index] : undefined;
  if (!chosen) throw new Failure('offer-too-late');
  const intent = await intentFor(offer, chosen);
  await dropOffer(offer.id);
  // Nobody waits for it: what comes of it is said by the word.
  void capture(intent, await hasAllSites(), othersAfter(offer, chosen));
}

async function intentFor({ id, intent, changed, at }: Offer, { found, larger }: Other): Promise<Intent> {
  const before = await (await database()).get('captures', id);
  if (!before || before.removed) throw new Failure('offer-too-late');
  const untouched = (before.history.at(-1)?.at ?? 0) <= at;
  const { instead: _, like: __, ...gesture } = intent;
  return {
    ...gesture,
    ...{ id: newId(), by: 'instead', tag: before.tag, found, at: Date.now(), tries: 1 },
    ...(changed && untouched && { instead: id }),
    ...(larger && { like: before.sha256 }),
  };
}

/** What may still have been meant: the one before among them. */
function othersAfter({ intent, others }: Offer, chosen: Other): readonly Other[] {
  const left = others.filter((other) => other !== chosen && !other.larger);
  return chosen.larger || !intent.found ? left : [{ found: intent.found }, ...left];
}
