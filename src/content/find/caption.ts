import { clip } from '../../core/limits.ts';
import { around, attribute, nameOf, queryAll, textOf, treeOf } from '../dom.ts';

/** Elements that one `aria-describedby` may name and that are read. */
const MOST = 4;

/** The words that a page marks as an image's: the `<figcaption>` of its figure, else what describes it. */
export function captionOf(element: Element): string {
  for (const one of around(element, 12)) {
    const captions = nameOf(one) === 'figure' ? queryAll(one, 'figcaption') : [];
    const [caption] = captions;
    if (caption) return wordsOf(caption);
  }
  return describedBy(element).map(wordsOf).join(' ');
}

function describedBy(element: Element): Element[] {
  const root = treeOf(element);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const ids = attribute(element, 'aria-describedby').slice(0, 1_000).split(/\s+/).filter(Boolean).slice(0, MOST);
  return ids.flatMap((id) => queryAll(root, `#${CSS.escape(id)}`)[0] ?? []);
}

function wordsOf(element: Element): string {
  return clip(textOf(element).slice(0, 10_000).replace(/\s+/g, ' ').trim());
}
