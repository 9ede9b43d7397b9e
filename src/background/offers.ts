import { Failure } from '../core/failure.ts';
import { LIMITS } from '../core/limits.ts';
import { database } from '../db/open.ts';
import type { Offer, Other } from '../db/schema.ts';

/** For as long as this, in ms, a word may be answered: as long as it may be undone. Marking a part takes a person's time. */
const OPEN = { choosing: 5 * 60_000, marking: 30 * 60_000 };

/** Keeps an offer for as long as it is open; what is lost with a power cut is offered no more. */
export async function noteOffer(offer: Offer): Promise<void> {
  const transaction = (await database()).transaction('offers', 'readwrite', { durability: 'relaxed' });
  await transaction.store.put(offer);
  await transaction.done;
}

/** An address that is the image itself can weigh megabytes, and is there only as long as its page is. */
export function isSmall({ found }: Other): boolean {
  return found.url.length <= LIMITS.address;
}

/** Adds another image to an offer that still stands. @returns which one it is now */
export async function addToOffer(id: string, other: Other): Promise<number | undefined> {
  const transaction = (await database()).transaction('offers', 'readwrite', { durability: 'relaxed' });
  const offer = await transaction.store.get(id);
  if (offer) await transaction.store.put({ ...offer, others: [...offer.others, other] });
  await transaction.done;
  return offer?.others.length;
}

/** @throws Failure `offer-too-late` where there is none, or it was made to another tab */
export async function readOffer(id: unknown, tabId: number | undefined): Promise<Offer> {
  const offer = typeof id === 'string' ? await (await database()).get('offers', id) : undefined;
  if (!offer || !isOpen(offer) || offer.intent.tabId !== tabId) throw new Failure('offer-too-late');
  return offer;
}

export async function dropOffer(id: string): Promise<void> {
  await (await database()).delete('offers', id);
}

/** At every start: what is over is deleted, with the addresses in it. */
export async function sweepOffers(): Promise<void> {
  const transaction = (await database()).transaction('offers', 'readwrite', { durability: 'relaxed' });
  const over = (await transaction.store.getAll()).filter((offer) => !isOpen(offer));
  await Promise.all([...over.map(({ id }) => transaction.store.delete(id)), transaction.done]);
}

function isOpen({ at, intent }: Offer): boolean {
  return Date.now() - at <= (intent.by === 'region' ? OPEN.marking : OPEN.choosing);
}
