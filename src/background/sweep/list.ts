import watcher from '../../content/watcher.iife.ts?iife';
import { addressOf } from '../../core/address.ts';
import { type Found, parseFoundList } from '../../core/found.ts';
import { textAt } from '../../core/json.ts';
import { LIMITS } from '../../core/limits.ts';
import { database } from '../../db/open.ts';
import { readShown } from '../../db/read.ts';
import type { Sweep, Swept } from '../../db/schema.ts';
import { injectInAll } from '../../platform/frame-scripts.ts';
import type { SweepItem } from '../../protocol.ts';
import { askFinder } from '../ask-finder.ts';
import { itemFrom, sharesWith } from './items.ts';
import { putSwept, readSwept } from './rows.ts';

/** What one frame shows, and whether the page itself may know of it. */
interface Listed {
  readonly frameId: number;
  readonly found: readonly Found[];
  readonly isOpen: boolean;
}

/**
 * All images of a page, its frames' after its own, each picture once. One that was found before keeps its number.
 *
 * @throws Failure `page-closed`, `page-protected`
 */
export async function listImages(sweep: Sweep, least: number): Promise<SweepItem[]> {
  const frames = [...(await injectInAll(sweep.tabId, watcher))].sort((a, b) => a - b);
  const listed = await Promise.all(frames.map((frameId) => listFrame(sweep, frameId, least)));
  const known = new Map((await readSwept(sweep.id)).map((row) => [identityOf(row), row]));
  const fresh: Swept[] = [];
  const rows = new Map<string, Swept>();
  let room: number = LIMITS.sweepText;
  for (const { frameId, found: images } of listed)
    for (const found of images) {
      const name = identityOf({ frameId, found });
      room -= found.url.length;
      if (rows.has(name) || rows.size >= LIMITS.sweepImages || room < 0) continue;
      const row = known.get(name) ?? newRow(sweep, known.size + fresh.length, { frameId, found });
      if (!known.has(name)) fresh.push(row);
      rows.set(name, row);
    }
  await putSwept(fresh);
  return describe(sweep, [...rows.values()], listed);
}

function newRow({ id }: Sweep, item: number, image: Pick<Swept, 'frameId' | 'found'>): Swept {
  return { sweep: id, item, ...image, changes: [] };
}

/** The same address is the same picture, in whichever frame. */
function identityOf({ frameId, found }: Pick<Swept, 'frameId' | 'found'>): string {
  return found.kind === 'image' ? found.url : `${frameId} ${found.key}`;
}

async function listFrame(sweep: Sweep, frameId: number, least: number): Promise<Listed> {
  const frame = { tabId: sweep.tabId, frameId };
  const asked = askFinder(frame, 'list', least).then((answer) => parseFoundList(answer, LIMITS.sweepImages));
  // A frame within the page that hangs, or is gone by now, holds nobody up.
  const found = await (frameId === 0 ? asked : Promise.race([asked, late()]).catch(() => []));
  const isOpen = frameId === 0 || (found.length > 0 && sharesWith(sweep.pageUrl, await originOf(frame)));
  return { frameId, found, isOpen };
}

async function originOf(frame: { tabId: number; frameId: number }): Promise<string> {
  return textAt(await askFinder(frame, 'view').catch(() => undefined), 'origin') ?? '';
}

function late(): Promise<readonly Found[]> {
  return new Promise((resolve) => setTimeout(resolve, LIMITS.listTime, []));
}

async function describe({ project }: Sweep, rows: readonly Swept[], frames: readonly Listed[]): Promise<SweepItem[]> {
  const shown = rows.map(({ found }) => ({ url: addressOf(found.url) }));
  const captures = await readShown(await database(), project, shown);
  const open = new Set(frames.filter(({ isOpen }) => isOpen).map(({ frameId }) => frameId));
  return rows.map((row, index) => itemFrom(row, open.has(row.frameId), captures[index]?.tag));
}
