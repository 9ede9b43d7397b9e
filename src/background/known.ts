import { addressOf, sharesOrigin } from '../core/address.ts';
import { type Allowance, spend } from '../core/allowance.ts';
import { Failure } from '../core/failure.ts';
import { isRecord, listAt, textAt } from '../core/json.ts';
import { isSha256, toHex } from '../core/sha256.ts';
import type { Tag } from '../core/tag.ts';
import { database } from '../db/open.ts';
import { type Pictured, readCurrentProject, readShown } from '../db/read.ts';
import { learnAddress } from '../db/write.ts';
import type { Sender } from '../platform/messaging.ts';
import { areWanted } from './rings.ts';

/**
 * What rings ask. A page cannot ask it, but whoever took over the process that a page runs in can, and would learn which of
 * the addresses and hashes that he already has are captured: so only while rings are on, for pages of the web, the chosen
 * project alone, a tag or nothing, and no faster than a person scrolls.
 */
const RATE = { atOnce: 6_000, perSecond: 300 };

/** Pictures that one question may be about. */
const MOST = 200;

/** Of an image whose bytes are handed over to be hashed, and what that counts for. */
const HASHED = { bytes: 4 * 1024 * 1024, cost: 30 };

/** By tab. A cache: forgotten with the background, which takes longer to start than one batch is worth. */
const allowances = new Map<number, Allowance>();

/** @throws Failure `no-reply` when a tab asks too much */
export async function tagsOf(asked: unknown, sender: Sender): Promise<readonly (Tag | null)[]> {
  const shown = listAt({ asked }, 'asked').slice(0, MOST).map(parseShown);
  await allow(sender, Math.max(1, shown.length));
  const db = await database();
  const project = await readCurrentProject(db);
  if (!project) return shown.map(() => null);
  const captures = await readShown(db, project.id, shown);
  for (const [index, { url, sha256 }] of shown.entries()) {
    const capture = captures[index];
    // Only for its own origin: a page that has the bytes of a picture must not name another's address for them.
    const isNew = url !== undefined && sha256 === capture?.sha256 && sharesOrigin(url, sender.url ?? '');
    if (capture && isNew) await learnAddress(db, url, capture);
  }
  return captures.map((capture) => capture?.tag ?? null);
}

function parseShown(value: unknown): Pictured {
  const sha256 = isRecord(value) && isSha256(value['sha256']) ? value['sha256'] : undefined;
  return { url: addressOf(textAt(value, 'url') ?? ''), sha256 };
}

/** @throws Failure `no-reply` when a tab asks too much, `not-an-image` for what no message should carry */
export async function hashFor(bytes: unknown, sender: Sender): Promise<string> {
  // What comes from a frame is a Uint8Array only where messages carry binary data.
  if (!(bytes instanceof Uint8Array) || bytes.byteLength > HASHED.bytes) throw new Failure('not-an-image');
  await allow(sender, HASHED.cost);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
}

async function allow({ tab }: Sender, cost: number): Promise<void> {
  if (tab?.id === undefined || !/^https?:/.test(tab.url ?? '') || !(await areWanted())) throw new Failure('no-reply');
  const left = spend(allowances.get(tab.id), cost, { ...RATE, now: Date.now() });
  if (!left) throw new Failure('no-reply');
  allowances.set(tab.id, left);
}
