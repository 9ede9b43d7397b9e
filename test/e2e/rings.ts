import type { CDPSession, Frame, Page } from 'playwright-core';
import { SHIFT } from '../../src/content/rings/style.ts';
import { until } from './harness/until.ts';

/** The parts of a DOM node that are looked at; `shadowRoots` holds closed ones too. */
interface Node {
  readonly backendNodeId: number;
  readonly attributes?: string[];
  readonly children?: Node[];
  readonly shadowRoots?: Node[];
  readonly contentDocument?: Node;
}

export interface SeenRing {
  readonly tag: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much of it is cut off, as `clip-path: inset()` says it. */
  readonly clip: string;
}

/** All rings of a page, as the debugger sees them: the page itself cannot. In CSS pixels of the viewport, or of a frame's own. */
export async function readRings(page: Page): Promise<SeenRing[]> {
  const own = await readTarget(page, page);
  // A frame without a process of its own is part of what is around it.
  const others = page.frames().map((frame) => readTarget(page, frame).catch(() => []));
  return [...own, ...(await Promise.all(others.slice(1))).flat()];
}

export async function countRings(page: Page): Promise<number> {
  return inTarget(page, page, async (_, nodes) => nodes.length);
}

function readTarget(page: Page, target: Page | Frame): Promise<SeenRing[]> {
  return inTarget(page, target, async (session, nodes) => {
    const rings = await Promise.all(nodes.map((node) => measure(session, node)));
    return rings.filter((ring) => ring !== undefined);
  });
}

async function inTarget<Value>(
  page: Page,
  target: Page | Frame,
  read: (session: CDPSession, rings: readonly Node[]) => Promise<Value>,
): Promise<Value> {
  const session = await page.context().newCDPSession(target);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const value = await read(session, ringsIn(root as Node));
  await session.detach();
  return value;
}

function ringsIn(node: Node): Node[] {
  const own = attributeOf(node, 'class').startsWith('ring ') ? [node] : [];
  const inner = [node.contentDocument ?? [], node.shadowRoots ?? [], node.children ?? []].flat();
  return [...own, ...inner.flatMap(ringsIn)];
}

function attributeOf({ attributes = [] }: Node, name: string): string {
  const at = attributes.indexOf(name);
  return at < 0 ? '' : (attributes[at + 1] ?? '');
}

/** Nothing for a ring that is gone meanwhile. */
async function measure(session: CDPSession, node: Node): Promise<SeenRing | undefined> {
  const box = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId }).catch(() => undefined);
  if (!box) return undefined;
  const [left = 0, top = 0] = box.model.border;
  const { width, height } = box.model;
  const [, clip = ''] = /inset\((.*?)\)/.exec(attributeOf(node, 'style')) ?? [];
  return { tag: attributeOf(node, 'class').split(' ')[1] ?? '', x: left + SHIFT, y: top, width, height, clip };
}

/** The tags of all rings, left to right, top to bottom. */
async function tagsShown(page: Page): Promise<string[]> {
  const rings = await readRings(page);
  return rings.sort((a, b) => Math.round(a.y - b.y) || a.x - b.x).map(({ tag }) => tag);
}

export async function awaitRings(page: Page, tags: readonly string[]): Promise<void> {
  let seen: readonly string[] = [];
  await until(`rings: ${tags.join(', ') || 'none'}`, async () => {
    seen = await tagsShown(page);
    return JSON.stringify(seen) === JSON.stringify(tags);
  }).catch((error) => {
    throw new Error(`${error.message}; the last seen: ${seen.join(', ') || 'none'}`);
  });
}

/** Waits until the only ring lies on an element, within a pixel and a half. */
export async function awaitRingOn(page: Page, selector: string): Promise<void> {
  await until(`a ring on ${selector}`, async () => {
    const [ring] = await readRings(page);
    const box = await page.locator(selector).boundingBox();
    const sides = ['x', 'y', 'width', 'height'] as const;
    return ring && box && sides.every((side) => Math.abs(ring[side] - box[side]) < 1.5);
  });
}
