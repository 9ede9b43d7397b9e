import type { Region } from '../../core/region.ts';
import type { Tag } from '../../core/tag.ts';
import type { Marking } from '../../protocol.ts';
import { button, element, hidden, placeOnTop, speak } from '../ours.ts';
import { addOverlay } from '../overlays.ts';
import { listenToKeys } from './keys.ts';
import type { Painted } from './painted.ts';
import { listenToPointer } from './pointer.ts';
import { REGION_STYLE } from './region-style.ts';
import { snapped } from './selection.ts';

/** What the pointer and the keys work on. */
export interface Selecting {
  /** In shares of the whole picture. */
  part: Region | undefined;
  /** As of the last frame that was drawn. */
  painted: Painted;
  confirm(tag: Tag): void;
  cancel(): void;
}

/**
 * Lays a layer over the frame in which a part of an image can be marked. It follows the image wherever that goes, and leaves
 * with it.
 *
 * @param look where the image is painted now; `undefined` once it is gone or shows something else
 * @returns closes it
 */
export function openOverlay(marking: Marking, look: () => Painted | undefined): () => void {
  const { host, root } = hidden(REGION_STYLE);
  const painted = look();
  if (!painted) return () => {};
  const parts = draw(marking);
  const end = new AbortController();
  addOverlay((away) => {
    parts.layer.style.visibility = away ? 'hidden' : '';
    return host.isConnected;
  }, end.signal);
  const close = () => {
    end.abort();
    host.remove();
  };
  const selecting: Selecting = {
    part: undefined,
    painted,
    cancel: close,
    confirm: (tag) => void send(marking, selecting, tag).then(close, () => fail(parts.status, marking)),
  };
  for (const [index, { tag }] of marking.tags.entries())
    parts.tags[index]?.addEventListener('click', (event) => event.isTrusted && selecting.confirm(tag));
  parts.cancel.addEventListener('click', (event) => event.isTrusted && close());
  // Escape: the browser's own word for it, which no page can say.
  parts.layer.addEventListener('close', close);
  listenToPointer(parts.image, selecting);
  listenToKeys(parts.layer, selecting, marking);
  root.append(parts.layer);
  placeOnTop(host);
  parts.layer.showModal();
  parts.image.focus();
  const lose = () => {
    close();
    // Nobody is there to be told where this fails.
    void send(marking, {}, marking.tag).catch(() => undefined);
  };
  follow(parts, selecting, { look, close, lose, signal: end.signal });
  return close;
}

type Parts = ReturnType<typeof draw>;

function draw({ tags, tag: usual, words, language }: Marking) {
  const layer = element('dialog', 'layer');
  speak(layer, language);
  layer.setAttribute('aria-label', words.title);
  const image = element('div', 'image');
  image.tabIndex = 0;
  image.setAttribute('role', 'application');
  image.setAttribute('aria-label', `${words.title}. ${words.hint}`);
  const shade = element('div', 'shade');
  const hole = element('div', 'hole');
  shade.append(hole);
  const part = element('div', 'part');
  for (const pull of PULLS) part.append(handle(pull));
  image.append(shade, part);
  const status = element('output', 'status', words.hint);
  const buttons = tags.map(({ tag, label }, index) => {
    const made = button(`tag ${tag}${tag === usual ? ' usual' : ''}`, '', () => {}, label);
    made.append(element('span', 'mark'), label, element('kbd', '', String(index + 1)));
    made.setAttribute('aria-keyshortcuts', tag === usual ? `${index + 1} Enter` : String(index + 1));
    return made;
  });
  const cancel = button('cancel', words.cancel, () => {});
  const bar = element('div', 'bar');
  bar.append(status, ...buttons, cancel);
  layer.append(image, bar);
  return { layer, image, hole, part, status, bar, tags: buttons, cancel };
}

/** The handles, by the edges that they pull. */
const PULLS = ['-1 -1', '0 -1', '1 -1', '-1 0', '1 0', '-1 1', '0 1', '1 1'];

function handle(pull: string): HTMLElement {
  const made = element('div', 'handle');
  made.dataset['pull'] = pull;
  return made;
}

interface Following {
  readonly look: () => Painted | undefined;
  readonly close: () => void;
  /** The image is gone, or another one. */
  readonly lose: () => void;
  readonly signal: AbortSignal;
}

/** Every frame anew: scrolled, zoomed, animated by the page, it stays on the image. */
function follow(parts: Parts, selecting: Selecting, { look, close, lose, signal }: Following): void {
  let said = '';
  const step = () => {
    if (signal.aborted) return;
    const painted = look();
    if (!painted) return lose();
    if (!parts.layer.isConnected) return close();
    selecting.painted = painted;
    place(parts, selecting);
    const text = sizeText(selecting);
    if (text !== said) {
      said = text;
      if (text) parts.status.textContent = text;
    }
    requestAnimationFrame(step);
  };
  step();
}

function place({ image, part, hole, bar, tags }: Parts, { part: chosen, painted: { whole, seen } }: Selecting): void {
  const box = {
    x: whole.x + seen.x * whole.width,
    y: whole.y + seen.y * whole.height,
    width: seen.width * whole.width,
    height: seen.height * whole.height,
  };
  setBox(image, box);
  image.classList.toggle('chosen', chosen !== undefined);
  for (const made of tags) made.disabled = chosen === undefined;
  for (const drawn of chosen ? [part, hole] : [])
    setBox(drawn, {
      x: ((chosen?.x ?? 0) - seen.x) * whole.width,
      y: ((chosen?.y ?? 0) - seen.y) * whole.height,
      width: (chosen?.width ?? 0) * whole.width,
      height: (chosen?.height ?? 0) * whole.height,
    });
  placeBar(bar, box);
}

function setBox({ style }: HTMLElement, { x, y, width, height }: Region): void {
  style.translate = `${x}px ${y}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

const GAP = 10;

/** Below the image, or above it, or, where there is no room for either, over its lower edge. */
function placeBar(bar: HTMLElement, image: Region): void {
  const { offsetWidth: width, offsetHeight: height } = bar;
  const below = image.y + image.height + GAP;
  const above = image.y - height - GAP;
  const lowest = innerHeight - height - GAP;
  const y = below <= lowest ? below : above >= GAP ? above : lowest;
  const x = Math.max(GAP, Math.min(image.x + (image.width - width) / 2, innerWidth - width - GAP));
  bar.style.translate = `${x}px ${Math.max(GAP, y)}px`;
}

function sizeText({ part, painted }: Selecting): string {
  if (!part) return '';
  const { width, height } = painted.natural;
  const whole = snapped(part, width, height);
  const [across, down] =
    width > 0 ? [whole.width * width, whole.height * height] : [100 * part.width, 100 * part.height];
  return `${Math.round(across)} × ${Math.round(down)}${width > 0 ? '' : ' %'}`;
}

/** @throws when nobody of ours answers any more */
async function send({ offer }: Marking, { part, painted }: Partial<Selecting>, tag: Tag): Promise<void> {
  const { width = 0, height = 0 } = painted?.natural ?? {};
  const region = part && snapped(part, width, height);
  const reply = await chrome.runtime.sendMessage({ foil: 'part', args: [offer, region, tag] });
  if (!reply?.ok) throw new Error('not taken');
}

function fail(status: HTMLElement, { words }: Marking): void {
  status.textContent = words.failed;
}
