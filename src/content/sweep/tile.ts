import type { SweepItem, SweepNews, SweepWords } from '../../protocol.ts';
import { element } from '../ours.ts';

/** One image in the layer. */
export interface Tile {
  readonly node: HTMLElement;
  /** Where its picture goes. */
  readonly picture: HTMLElement;
  readonly item: SweepItem;
  show(news: SweepNews, picked: boolean): void;
}

export function makeTile(item: SweepItem, words: SweepWords): Tile {
  const node = element('div', 'tile');
  node.setAttribute('role', 'option');
  const picture = element('div', 'picture');
  const why = element('span', 'why');
  const [size, state] = [element('span', 'size', sizeOf(item)), element('span', 'state')];
  const caption = element('div', 'caption');
  caption.append(size, state);
  node.append(picture, element('span', 'check'), why, caption);
  const show = (news: SweepNews, picked: boolean) => {
    const tag = news.state ? news.tag : (news.tag ?? item.mine);
    node.setAttribute('aria-selected', String(picked));
    node.className = ['tile', news.state ?? (item.mine ? 'mine' : ''), tag ?? ''].filter(Boolean).join(' ');
    const said = news.state ? words.states[news.state] : item.mine ? words.mine : '';
    state.replaceChildren(...(said ? [element('span', 'mark'), element('span', 'said', said)] : []));
    why.textContent = news.why ?? '';
    node.setAttribute('aria-label', [item.name || item.host, sizeOf(item), said, news.why].filter(Boolean).join(', '));
  };
  return { node, picture, item, show };
}

function sizeOf({ width, height }: SweepItem): string {
  return width > 0 && height > 0 ? `${width} × ${height}` : '';
}
