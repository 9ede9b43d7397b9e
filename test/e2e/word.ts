import type { CDPSession, Frame, Page } from 'playwright-core';
import { until } from './harness/until.ts';

/** The parts of a DOM node that are looked at; `shadowRoots` holds closed ones too. */
interface Node {
  readonly backendNodeId: number;
  readonly nodeValue: string;
  readonly attributes?: string[];
  readonly children?: Node[];
  readonly shadowRoots?: Node[];
}

/** What Foil's word on a page says now, read as the debugger sees it: the page itself cannot. Empty when there is none. */
export async function readWord(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const word = find(root as Node, isClass('word'));
  return word ? textsOf(word).join(' · ') : '';
}

function isClass(name: string) {
  const isNamed = (value = '') => value === name || value.startsWith(`${name} `);
  return ({ attributes = [] }: Node) =>
    attributes.includes('class') && isNamed(attributes[attributes.indexOf('class') + 1]);
}

/** Waits for a word that has `part` in it. */
export async function awaitWord(page: Page, part: string, deadline?: number): Promise<void> {
  await until(`a word with "${part}"`, async () => (await readWord(page)).includes(part), deadline);
}

function find(node: Node, is: (node: Node) => boolean): Node | undefined {
  if (is(node)) return node;
  for (const child of inside(node)) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
}

function textsOf(node: Node): string[] {
  return [...(node.nodeValue ? [node.nodeValue] : []), ...inside(node).flatMap(textsOf)];
}

function inside(node: Node): Node[] {
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])];
}

/** Presses the word's Undo with the real mouse, where it stands on the screen. */
export async function pressUndo(page: Page): Promise<void> {
  await pressOn(page, 'undo');
}

/** Presses something of ours on the page, by its class, with the real mouse. */
export async function pressOn(page: Page, name: string): Promise<void> {
  const { x, y, width, height } = await until(`something to press: ${name}`, () => boxOf(page, name));
  await page.mouse.click(x + width / 2, y + height / 2);
}

/**
 * Where something of ours stands, in its own frame, by its class or the first ones of these; `undefined` where there is none. A
 * frame has to be one of another site.
 */
export async function boxOf(where: Page | Frame, name: string) {
  const session = await inspect(where);
  try {
    const node = await findOurs(session, name);
    if (!node) return undefined;
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  } catch {
    // Drawn anew between the two questions, or not laid out yet.
    return undefined;
  } finally {
    await session.detach();
  }
}

/** Waits until something of ours is gone from a page. */
export async function awaitGone(page: Page, name: string): Promise<void> {
  const session = await inspect(page);
  await until(`${name} leaves`, async () => (await findOurs(session, name)) === undefined);
  await session.detach();
}

function inspect(where: Page | Frame): Promise<CDPSession> {
  const page = 'page' in where ? where.page() : where;
  return page.context().newCDPSession(where);
}

async function findOurs(session: CDPSession, name: string): Promise<Node | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return find(root as Node, isClass(name));
}

/** Waits until the word is gone. */
export async function awaitNoWord(page: Page): Promise<void> {
  await until('the word leaves', async () => (await readWord(page)) === '', 20_000);
}
