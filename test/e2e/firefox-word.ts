import type { Page } from 'puppeteer-core';
import { connectionOf } from './harness/privileged.ts';
import { until } from './harness/until.ts';

/** A node as WebDriver BiDi writes it out; with `includeShadowTree: 'all'` closed shadow roots are there too. */
export interface Node {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly Node[];
    readonly shadowRoot?: Node | null;
  };
}

/** What Foil's word on a page says now, read as the driver sees it: the page itself cannot. Empty when there is none. */
export async function readWord(page: Page): Promise<string> {
  const word = await findOurs(page, 'word');
  return word ? textsOf(word).join(' · ') : '';
}

/** Waits for a word that has `part` in it. */
export async function awaitWord(page: Page, part: string, deadline?: number): Promise<void> {
  await until(`a word with "${part}"`, async () => (await readWord(page)).includes(part), deadline);
}

/** Presses the word's Undo with the mouse: events that the browser itself makes, and the word believes. */
export async function pressUndo(page: Page): Promise<void> {
  await pressOn(page, 'undo');
}

/** Presses something of ours on the page, by its class or the first ones of these. */
export async function pressOn(page: Page, name: string): Promise<void> {
  const sharedId = await until(`something to press: ${name}`, async () => (await findOurs(page, name))?.sharedId);
  const origin = { type: 'element', element: { sharedId } };
  const actions = [
    { type: 'pointerMove', x: 0, y: 0, origin },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
  await connectionOf(page.browser()).send('input.performActions', { context: contextOf(page), actions: [mouse] });
}

/** Waits until something of ours is on the page, and has `part` in it. */
export async function awaitOurs(page: Page, name: string, part = '', deadline?: number): Promise<void> {
  const isThere = async () => {
    const ours = await findOurs(page, name);
    return ours !== undefined && textsOf(ours).join(' · ').includes(part);
  };
  await until(`${name} on the page with "${part}"`, isThere, deadline);
}

async function findOurs(page: Page, name: string): Promise<Node | undefined> {
  return find(await readPage(page), ({ value }) => {
    const names = value?.attributes?.['class'] ?? '';
    return names === name || names.startsWith(`${name} `);
  });
}

export async function readPage(page: Page): Promise<Node> {
  const answer = await connectionOf(page.browser()).send('script.evaluate', {
    // A page's own names can stand in the way of a shorter one.
    expression: "Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document)",
    target: { context: contextOf(page) },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  return (answer.result as { result: Node }).result;
}

/** Puppeteer's name for a frame is BiDi's for its context; it is not in the public types. */
function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
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
  return [...(node.value?.nodeValue ? [node.value.nodeValue] : []), ...inside(node).flatMap(textsOf)];
}

export function inside({ value }: Node): readonly Node[] {
  return [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])];
}
