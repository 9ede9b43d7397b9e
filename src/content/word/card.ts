import type { WordChoice } from '../../protocol.ts';
import { elementOf } from '../elements.ts';
import { button, element } from '../ours.ts';
import type { Told } from './row.ts';

/** What the buttons of a word do. */
export interface Acts {
  hide(): void;
  undo(capture: string): void;
  choose(choice: WordChoice): void;
  mark(capture: string): void;
}

export function drawCard(word: Told, acts: Acts): HTMLElement {
  const card = element('div', `card ${word.tone}`);
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', word.text);
  const head = element('div', 'head');
  const text = drawText(word);
  head.append(element('span', 'mark'), text);
  if (word.undo) {
    const { capture, label } = word.undo;
    head.append(button('undo', label, () => acts.undo(capture)));
  }
  if (word.part) {
    const { capture, label } = word.part;
    const made = button('part', '', () => acts.mark(capture), label);
    made.title = label;
    head.append(made);
  }
  head.append(button('close', '×', acts.hide, word.close));
  card.append(head);
  if (word.choices) addChoices(word.choices, { card, text, acts });
  return card;
}

interface Into {
  readonly card: HTMLElement;
  readonly text: HTMLElement;
  readonly acts: Acts;
}

function addChoices(choices: NonNullable<Told['choices']>, { card, text, acts }: Into): void {
  const show = () => {
    const made = drawChoices(choices, acts);
    card.querySelector('.head')?.after(made);
    return made;
  };
  if (choices.open) {
    show();
    return;
  }
  const more = button('more', choices.label, () => {
    more.remove();
    show().querySelector('button')?.focus();
  });
  text.append(more);
}

function drawText({ text, count, detail, note }: Told): HTMLElement {
  const made = element('div', 'text');
  const first = element('div', 'first');
  first.append(element('strong', '', text));
  if (count) first.append(element('span', 'count', count));
  made.append(first);
  if (detail) made.append(element('span', 'detail', detail));
  if (note) made.append(element('span', 'note', note));
  return made;
}

function drawChoices({ label, list }: NonNullable<Told['choices']>, acts: Acts): HTMLElement {
  const made = element('div', 'choices');
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', label);
  const buttons = list.map((choice) => {
    const one = button('choice', '', () => acts.choose(choice), choice.name);
    const words = element('span', 'words');
    words.append(element('span', 'size', choice.label), element('span', 'name', choice.detail));
    one.append(...drawSmall(choice.key), words);
    one.title = choice.name;
    return one;
  });
  made.append(element('span', 'question', label), ...buttons);
  return made;
}

/** A larger version, once one was found. */
export function drawLarger(larger: WordChoice, acts: Acts): HTMLElement {
  const made = button('larger', '', () => acts.choose(larger), larger.name);
  made.append(element('span', 'found', larger.label), element('span', 'use', larger.detail));
  return made;
}

/** Side of a small picture in CSS pixels, and how dense it is drawn. */
const SMALL = 40;
const DENSITY = 2;

/**
 * What an element shows, small: drawn from the page's own pixels, so that nobody is asked for it. Nothing for what cannot be drawn,
 * such as a background.
 */
function drawSmall(key: string): HTMLElement[] {
  const source = key === '' ? undefined : elementOf(key);
  const size = source && sizeOf(source);
  if (!source || !size || size.width < 1 || size.height < 1) return [];
  const canvas = element('canvas', 'small');
  canvas.width = canvas.height = SMALL * DENSITY;
  const side = Math.min(size.width, size.height);
  try {
    const [left, top] = [(size.width - side) / 2, (size.height - side) / 2];
    const context = canvas.getContext('2d');
    context?.drawImage(source as HTMLImageElement, left, top, side, side, 0, 0, canvas.width, canvas.height);
    return [canvas];
  } catch {
    // A broken image: words alone.
    return [];
  }
}

function sizeOf(source: Element): { readonly width: number; readonly height: number } | undefined {
  if (source instanceof HTMLImageElement) return { width: source.naturalWidth, height: source.naturalHeight };
  if (source instanceof HTMLVideoElement) return { width: source.videoWidth, height: source.videoHeight };
  return source instanceof HTMLCanvasElement ? source : undefined;
}
