import type { CDPSession, Page } from 'playwright-core';
import { until } from './harness/until.ts';
import type { Session } from './session.ts';

/** The parts of a DOM node that are looked at; `shadowRoots` holds closed ones too. */
interface Node {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: string[];
  readonly children?: Node[];
  readonly shadowRoots?: Node[];
}

/** An image of the layer, as those that are near what is in sight have an element. */
export interface SeenTile {
  readonly node: number;
  readonly name: string;
  readonly picked: boolean;
  /** Its state and tag, as its classes say them. */
  readonly state: string;
  /** What stands in for its picture: `canvas`, `img`, or `div` where there is none. */
  readonly shownAs: string;
  readonly position: number;
}

/** Opens a sweep of the page in front by its command, as the browser fires it for the key. */
export async function openSweep({ browser, page }: Session): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    // `dispatch` is Chromium's own, without a type: it runs the listeners as a real key does.
    (chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void }).dispatch('sweep', tab);
  }, page.url());
}

export async function readTiles(page: Page): Promise<SeenTile[]> {
  return inPage(page, async (_, root) => all(root, hasClass('tile')).map(describe));
}

/** All that the layer says, but for its tiles. Empty when there is none. */
export async function readLayer(page: Page): Promise<string> {
  return inPage(page, async (_, root) => {
    const [layer] = all(root, hasClass('sweep'));
    return layer ? textsOf(layer).join(' · ') : '';
  });
}

export async function awaitLayer(page: Page, part: string, deadline?: number): Promise<void> {
  await until(`a sweep that says "${part}"`, async () => (await readLayer(page)).includes(part), deadline).catch(
    async (error) => {
      throw new Error(`${error.message}; it says: ${await readLayer(page)}`);
    },
  );
}

export async function awaitTiles(page: Page, count: number): Promise<SeenTile[]> {
  return until(`${count} images in the sweep`, async () => {
    const tiles = await readTiles(page);
    return tiles.length === count ? tiles : undefined;
  });
}

/** Where an image of the layer is on the screen. */
export async function middleOf(page: Page, { node }: SeenTile): Promise<{ x: number; y: number }> {
  return inPage(page, async (session) => {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node });
    const [left = 0, top = 0] = model.border;
    return { x: left + model.width / 2, y: top + model.height / 2 };
  });
}

/** Where something of the layer is that is of a class, once it is there. */
export function placeOf(page: Page, name: string): Promise<{ x: number; y: number; width: number; height: number }> {
  return until(`a sweep with a ${name}`, () =>
    inPage(page, async (session, root) => {
      const [found] = all(root, hasClass(name));
      if (!found) return undefined;
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId: found.backendNodeId });
      const [x = 0, y = 0] = model.border;
      return { x, y, width: model.width, height: model.height };
    }),
  );
}

/** Role and name of everything that can be used, as a screen reader is told of it: also what is in a closed shadow root. */
export async function readControls(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '') }));
}

async function inPage<Value>(page: Page, read: (session: CDPSession, root: Node) => Promise<Value>): Promise<Value> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const value = await read(session, root as Node);
  await session.detach();
  return value;
}

function describe(tile: Node): SeenTile {
  const [picture] = all(tile, hasClass('picture'));
  return {
    node: tile.backendNodeId,
    name: attributeOf(tile, 'aria-label'),
    picked: attributeOf(tile, 'aria-selected') === 'true',
    state: attributeOf(tile, 'class').replace(/^tile ?/, ''),
    shownAs: picture?.children?.[0]?.nodeName.toLowerCase() ?? '',
    position: Number(attributeOf(tile, 'aria-posinset')),
  };
}

function hasClass(name: string) {
  return (node: Node) => attributeOf(node, 'class').split(' ').includes(name);
}

function attributeOf({ attributes = [] }: Node, name: string): string {
  const at = attributes.findIndex((value, index) => index % 2 === 0 && value === name);
  return at < 0 ? '' : (attributes[at + 1] ?? '');
}

function all(node: Node, is: (node: Node) => boolean): Node[] {
  return [...(is(node) ? [node] : []), ...inside(node).flatMap((child) => all(child, is))];
}

function textsOf(node: Node): string[] {
  if (attributeOf(node, 'class').startsWith('tile')) return [];
  return [...(node.nodeValue ? [node.nodeValue] : []), ...inside(node).flatMap(textsOf)];
}

function inside(node: Node): Node[] {
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])];
}
