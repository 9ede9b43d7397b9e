import type { Tag } from '../../core/tag.ts';
import type { SweepEnd, SweepOpening } from '../../protocol.ts';
import { button, element } from '../ours.ts';

/** What the bars of a sweep do. */
export interface BarActs {
  tag(tag: Tag): void;
  all(): void;
  none(): void;
  list(least: number): void;
  scroll(): void;
  cancel(): void;
  undo(): void;
  close(): void;
}

/** In CSS pixels: what the slider offers. */
const LEAST = { min: 16, max: 800, step: 4 };

/** What is picked from: counted above the grid, with all that changes what is in it. */
export function makeHead({ words, least }: SweepOpening, acts: BarActs) {
  const node = element('header', 'head');
  const name = element('div', 'name');
  const count = element('span', 'count');
  name.append(element('h1', '', words.title), element('span', 'detail', words.detail), count);
  const scroll = button('scroll', words.scroll, acts.scroll);
  const close = button('close', '×', acts.close, words.close);
  node.append(
    ...[name, makeLeast(words.least, least, acts.list), button('all', words.all, acts.all)],
    ...[button('none', words.none, acts.none), scroll, close],
  );
  return {
    node,
    count: (text: string) => {
      count.textContent = text;
    },
    scrolls: (goesOn: boolean) => {
      scroll.textContent = goesOn ? words.stop : words.scroll;
    },
  };
}

function makeLeast(label: string, least: number, list: (least: number) => void): HTMLElement {
  const node = element('label', 'least', label);
  const [input, output] = [element('input', ''), element('output', '')];
  Object.assign(input, { type: 'range', ...mapped(LEAST) });
  input.value = String(least);
  const show = () => {
    output.textContent = `${input.value} px`;
    input.setAttribute('aria-valuetext', output.textContent);
  };
  input.addEventListener('input', show);
  input.addEventListener('change', (event) => event.isTrusted && list(Number(input.value)));
  show();
  node.append(input, output);
  return node;
}

const mapped = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));

/** What is done with what is picked, how far that is, and what it came to. */
export function makeFoot({ words, tags }: SweepOpening, acts: BarActs) {
  const node = element('footer', 'foot');
  const line = element('div', 'state-line');
  const buttons = element('div', 'tags');
  for (const [index, { tag, label }] of tags.entries()) {
    const made = button(`tag ${tag}`, '', () => acts.tag(tag), label);
    made.setAttribute('aria-keyshortcuts', String(index + 1));
    made.append(element('span', 'mark'), label, element('kbd', '', String(index + 1)));
    buttons.append(made);
  }
  node.append(line, buttons);
  const rest = () => line.replaceChildren(element('span', 'hint', words.hint));
  rest();
  return { node, rest, ...makeProgress(line, words, acts) };
}

function makeProgress(line: HTMLElement, words: SweepOpening['words'], acts: BarActs) {
  const bar = element('progress', '');
  const text = element('span', 'words');
  const cancel = button('cancel', words.cancel, acts.cancel);
  bar.setAttribute('aria-label', words.title);
  return {
    progress: (done: number, total: number) => {
      Object.assign(bar, { max: total, value: done });
      text.textContent = words.progress.replace('##', String(total)).replace('#', String(done));
      if (!bar.isConnected) line.replaceChildren(bar, text, cancel);
    },
    end: ({ text: ended, details, undo }: SweepEnd) => {
      const said = element('span', 'words');
      said.append(element('span', 'ended', ended), ...details.map((detail) => element('span', 'hint', detail)));
      line.replaceChildren(said, ...(undo === undefined ? [] : [button('undo', undo, acts.undo)]));
    },
  };
}
