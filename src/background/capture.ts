import type { Capture, Provenance } from '../core/capture.ts';
import { Failure, toFailure } from '../core/failure.ts';
import type { Found } from '../core/found.ts';
import { clip, clipAddress, LIMITS } from '../core/limits.ts';
import { mergeRights } from '../core/rights/signal.ts';
import { database } from '../db/open.ts';
import { readValue } from '../db/read.ts';
import type { Intent, Offer, Original, Other } from '../db/schema.ts';
import { handOnAddresses, type Saved, saveCapture } from '../db/write.ts';
import { announce } from '../platform/changes.ts';
import { keepAlive } from '../platform/keep-alive.ts';
import type { Examined } from './acquire/examine.ts';
import { acquire } from './acquire/ladder.ts';
import { largerChoice } from './choices-for.ts';
import { showCounts } from './counts.ts';
import { dropIntent, newId, noteIntent } from './intents.ts';
import { findLarger, mustLookLike } from './larger.ts';
import { locate } from './locate.ts';
import { addToOffer } from './offers.ts';
import { tellFailure, tellLarger, tellSaved } from './tell.ts';
import { makeThumbnail } from './thumbnails.ts';
import { drainSoon } from './wake.ts';

/** The way of a capture (DESIGN.md), from a click that is noted to a word on the page. Nothing in it throws. */
export async function capture(intent: Intent, allSites: boolean, others: readonly Other[] = []): Promise<void> {
  const brought = await keepAlive(() => bringHome(intent, allSites)).catch((error) =>
    giveUp(intent, storageFailure(error)),
  );
  if (brought) await finish(intent, { ...brought, others: [...brought.others, ...others] }, allSites);
}

/** What a gesture brought, and what else it may have meant. */
interface Brought {
  readonly saved: Saved;
  readonly found: Found;
  readonly others: readonly Other[];
}

async function bringHome(intent: Intent, allSites: boolean): Promise<Brought> {
  const { found, others, fresh, original } = await obtain(intent, allSites, noteIntent(intent));
  const saved = await save(intent, fresh, original);
  // The smaller one is still what the page shows. It is saved, whether that is known or not.
  if (intent.like && intent.instead)
    await handOnAddresses(await database(), intent.like, saved.capture).catch(() => undefined);
  return { saved, found, others: others.map((other) => ({ found: other })) };
}

/** All there is to save of a gesture. */
export interface Obtained {
  readonly found: Found;
  readonly others: readonly Found[];
  readonly fresh: Capture;
  readonly original: Original;
}

/** Finds what a gesture meant, and its bytes. @throws Failure why there are none */
export async function obtain(intent: Intent, allSites: boolean, noted: Promise<void>): Promise<Obtained> {
  const prepared = Promise.all([readCollector(), noted]);
  // Noted before the first byte is asked for: from here on a death is made good.
  const [[found, ...others], [collector]] = await Promise.all([locate(intent), prepared]);
  const acquired = await acquire({ found, frame: intent, frameUrl: intent.frameUrl, allSites });
  await mustLookLike(acquired.bytes, intent.like);
  const fresh = makeCapture(intent, found, acquired, collector);
  return { found, others, fresh, original: { sha256: acquired.sha256, bytes: acquired.bytes } };
}

export async function readCollector(): Promise<string> {
  return (await readValue(await database(), 'collector')) ?? '';
}

async function save(intent: Intent, fresh: Capture, original: Original): Promise<Saved> {
  return saveCapture(await database(), fresh, original, intent.id);
}

export function makeCapture(
  gesture: Pick<Intent, 'tag' | 'project' | 'at' | 'pageUrl' | 'region' | 'instead'>,
  found: Found,
  { sha256, image, status, way, ...said }: Examined & Pick<Provenance, 'way'>,
  collector: string,
): Capture {
  const { tag, project, at, pageUrl, region, instead } = gesture;
  const rights = mergeRights(found.rights, said.rights);
  const provenance: Provenance = {
    imageUrl: clipAddress(found.url),
    pageUrl: clip(pageUrl, LIMITS.address),
    frameUrl: found.frameUrl,
    title: found.title,
    alt: found.alt,
    ...(found.caption && { caption: found.caption }),
    ...(found.linkUrl && { linkUrl: found.linkUrl }),
    taggedAt: at,
    way,
    status,
    ...(found.moment === undefined ? {} : { moment: found.moment }),
    ...(rights.length > 0 && { rights }),
  };
  const history = [{ tag, at, ...(instead !== undefined && { instead }) }];
  const sync = { attempts: 0 };
  return {
    id: newId(),
    project,
    sha256,
    tag,
    history,
    collector,
    createdAt: Date.now(),
    image,
    provenance,
    ...(region && { regions: [region] }),
    removed: false,
    sync,
  };
}

/** It is on the disk: now, and only now, the person is told. */
async function finish(intent: Intent, { saved, found, others }: Brought, allSites: boolean): Promise<void> {
  const offer = {
    id: saved.capture.id,
    intent: { ...intent, found },
    others: intent.region ? [] : others,
    changed: saved.outcome !== 'already',
    at: Date.now(),
  };
  await Promise.allSettled([tellSaved(intent, saved, offer), noteSaved(saved.capture)]);
  if (saved.outcome === 'saved') await offerLarger(offer, saved.capture, allSites).catch(() => undefined);
}

/** What follows on every capture. What fails of it takes nothing back: a missing thumbnail is drawn from the original. */
export async function noteSaved({ project, sha256 }: Capture): Promise<void> {
  announce({ what: 'captures', project });
  await Promise.allSettled([showCounts(), makeThumbnail(sha256), drainSoon()]);
}

/** The page may hold a larger version of it: looked for when all else is done, and only said. */
async function offerLarger({ intent }: Offer, saved: Capture, allSites: boolean): Promise<void> {
  const larger = intent.found && (await findLarger(intent.found, intent, saved, allSites));
  const index = larger && (await addToOffer(saved.id, { found: larger.found, larger: true }));
  if (larger && index !== undefined) await tellLarger(intent, largerChoice(saved.id, index, larger));
}

async function giveUp(intent: Intent, failure: Failure): Promise<undefined> {
  await dropIntent(intent.id).catch(() => undefined);
  await tellFailure(intent, failure);
}

export function storageFailure(error: unknown): Failure {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return new Failure('storage-full');
  return toFailure(error, error instanceof DOMException ? 'storage-broken' : 'internal');
}
