import region from '../content/region.iife.ts?iife';
import { sayAgain } from '../core/change.ts';
import { Failure, toFailure } from '../core/failure.ts';
import type { Found } from '../core/found.ts';
import { parseRegion, type Region } from '../core/region.ts';
import { isTag, TAGS, type Tag } from '../core/tag.ts';
import { database } from '../db/open.ts';
import { readValue } from '../db/read.ts';
import type { Intent, Offer } from '../db/schema.ts';
import { outcomeOf } from '../db/write.ts';
import { inject } from '../platform/frame-scripts.ts';
import { askFrame } from '../platform/messaging.ts';
import { hasAllSites } from '../platform/permissions.ts';
import { ourLanguage, tagName, words } from '../platform/words.ts';
import type { Marking } from '../protocol.ts';
import { capture } from './capture.ts';
import { newId } from './intents.ts';
import { locate } from './locate.ts';
import { dropOffer, noteOffer, readOffer } from './offers.ts';
import { changeBy } from './queue.ts';
import { tellFailure, tellSaved } from './tell.ts';

type Size = Pick<Found, 'width' | 'height'>;

/** The tag of a part that nobody has said anything about yet: a distractor in a large scene is what most parts are. */
const USUAL: Tag = 'distractor';

/** "Part of this image…": nothing is captured before the part is marked. */
export async function startMarking(intent: Omit<Intent, 'tag' | 'by'>): Promise<void> {
  const tag = (await readValue(await database(), 'lastTag')) ?? USUAL;
  const gesture = { ...intent, tag, by: 'region' } as const;
  try {
    const [found] = await locate(gesture);
    await openOn(found, { id: gesture.id, intent: gesture, others: [], changed: true, at: Date.now() });
  } catch (error) {
    await tellFailure(gesture, toFailure(error));
  }
}

/** The word's "Mark a part": of a picture that is captured already. @throws Failure */
export async function markCaptured(id: unknown, tabId: number | undefined): Promise<void> {
  const offer = await readOffer(id, tabId);
  const { found } = offer.intent;
  const known = await (await database()).get('captures', offer.id);
  if (!found || !known) throw new Failure('offer-too-late');
  const intent = { ...offer.intent, tag: known.tag, by: 'region' } as const;
  await openOn(found, { ...offer, intent, at: Date.now() }, known.image);
}

/** @param size of the image in its own pixels: what only styles draw does not say it itself */
async function openOn(found: Found, offer: Offer, { width, height }: Size = found): Promise<void> {
  const { id, intent } = offer;
  if (found.key === '') throw new Failure('part-impossible');
  const noted = { ...offer, intent: { ...intent, found } };
  await noteOffer(noted);
  const moment = await open(intent, {
    offer: id,
    key: found.key,
    url: found.url,
    width,
    height,
    tag: intent.tag,
    tags: TAGS.map((tag) => ({ tag, label: tagName(tag) })),
    language: ourLanguage(),
    words: {
      title: words('part_title'),
      hint: words('part_hint'),
      cancel: words('part_cancel'),
      failed: words('word_lost'),
    },
  });
  if (typeof moment === 'number' && Number.isFinite(moment))
    await noteOffer({ ...noted, intent: { ...intent, found: { ...found, moment } } });
}

async function open(frame: Intent, marking: Marking): Promise<unknown> {
  try {
    return await askFrame(frame, 'mark', marking);
  } catch (error) {
    if (toFailure(error).kind !== 'no-reply') throw error;
    await inject(frame, region);
    return askFrame(frame, 'mark', marking);
  }
}

/** The person has marked a part. @throws Failure `offer-too-late`, `part-impossible`, `image-changed` */
export async function takePart([id, sent, tag]: readonly unknown[], tabId: number | undefined): Promise<void> {
  const offer = await readOffer(id, tabId);
  if (sent === undefined || sent === null) throw new Failure('image-changed');
  const part = parseRegion(sent);
  if (!part || !isTag(tag)) throw new Failure('part-impossible');
  const intent = { ...offer.intent, region: part, tag };
  if (await (await database()).getKey('captures', offer.id)) return addPart({ ...offer, intent }, part);
  await dropOffer(offer.id);
  void capture({ ...intent, id: newId(), at: Date.now(), tries: 1 }, await hasAllSites());
}

async function addPart({ id, intent, ...offer }: Offer, part: Region): Promise<void> {
  const before = await (await database()).get('captures', id);
  const [after] = await changeBy([id], (known, moment) =>
    sayAgain(known, { ...known, tag: intent.tag, regions: [part], history: [] }, moment),
  );
  if (!before || !after) throw new Failure('offer-too-late');
  await tellSaved(intent, { outcome: outcomeOf(before, after), capture: after }, { ...offer, id, intent });
}
