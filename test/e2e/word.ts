import type { Page } from 'playwright-core';
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
async function readWord(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const live = find(root as Node, ({ attributes = [] }) => attributes[attributes.indexOf('role') + 1] === 'status');
  return live ? textsOf(live).join(' · ') : '';
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
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const undo = find(root as Node, ({ attributes = [] }) => attributes[attributes.indexOf('class') + 1] === 'undo');
  if (!undo) throw new Error('the word has no Undo');
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: undo.backendNodeId });
  await session.detach();
  const [left = 0, top = 0] = model.content;
  await page.mouse.click(left + model.width / 2, top + model.height / 2);
}

/** Waits until the word is gone. */
export async function awaitNoWord(page: Page): Promise<void> {
  await until('the word leaves', async () => (await readWord(page)) === '', 20_000);
}
