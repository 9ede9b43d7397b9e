import browser from 'webextension-polyfill';
import { Failure } from '../core/failure.ts';
import type { ToOffscreen } from '../protocol.ts';
import { type Args, askOffscreen, type Result } from './messaging.ts';

const PAGE = 'src/offscreen/index.html';

/** Ms without work after which the document is closed: another picture often follows. */
const IDLE = 5_000;

/** Ms that one piece of work may take. A file can be made to take for ever: the document is closed over it. */
const AT_MOST = 10_000;

/** What Chromium has and the polyfill does not know. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

const offscreen = (browser as unknown as { readonly offscreen?: Offscreen }).offscreen;

/** The event page of Firefox is a document itself, and holds ours in a frame. */
interface Holder {
  readonly body: { append(frame: Frame): void };
  createElement(name: 'iframe'): Frame;
  querySelector(name: 'iframe'): Frame | null;
}

interface Frame {
  src: string;
  onload: (() => void) | null;
  remove(): void;
}

const holder = (globalThis as unknown as { readonly document?: Holder }).document;

let working = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/**
 * Asks the document that nobody sees, which comes when it is first needed.
 *
 * @throws Failure `image-undecodable` when it cannot, or takes too long
 */
export async function askUnseen<Name extends keyof ToOffscreen>(
  name: Name,
  ...args: Args<ToOffscreen[Name]>
): Promise<Result<ToOffscreen[Name]>> {
  clearTimeout(idle);
  working += 1;
  try {
    await navigator.locks.request('offscreen', open);
    return await Promise.race([askOffscreen(name, ...args), late()]);
  } catch (error) {
    await closeOffscreen();
    throw new Failure('image-undecodable', { cause: error });
  } finally {
    working -= 1;
    if (working === 0) idle = setTimeout(closeOffscreen, IDLE);
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Failure('no-reply')), AT_MOST);
  });
}

async function open(): Promise<void> {
  if (await isOpen()) return;
  if (!offscreen) return openFrame();
  await offscreen.createDocument({ url: PAGE, reasons: ['DOM_PARSER'], justification: 'draws SVG images' });
}

async function isOpen(): Promise<boolean> {
  if (!offscreen) return Boolean(holder?.querySelector('iframe'));
  const { clients } = globalThis as unknown as { clients: { matchAll(all: object): Promise<{ url: string }[]> } };
  const all = await clients.matchAll({ includeUncontrolled: true });
  return all.some(({ url }) => url === browser.runtime.getURL(PAGE));
}

function openFrame(): Promise<void> {
  return new Promise((resolve) => {
    const frame = holder?.createElement('iframe');
    if (!frame) return resolve();
    frame.onload = resolve;
    frame.src = browser.runtime.getURL(PAGE);
    holder?.body.append(frame);
  });
}

/** Also at every start: an earlier background may have left it open. */
export async function closeOffscreen(): Promise<void> {
  if (!(await isOpen())) return;
  holder?.querySelector('iframe')?.remove();
  await offscreen?.closeDocument().catch(() => undefined);
}
