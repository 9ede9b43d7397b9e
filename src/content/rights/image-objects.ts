import { type ImageStatement, isImageObject, readImageObject } from '../../core/rights/image-object.ts';
import { readJsonLd } from '../../core/rights/json-ld.ts';

/** Scripts and items that are read, characters of all scripts, values of one property, characters of one value. */
const MOST = { scripts: 20, text: 500_000, items: 50, values: 8, value: 2_000 };

const ITEM = '[itemscope][itemtype*="schema.org/"]';

/** What the page says with schema.org about its images: JSON-LD, and microdata. */
export function findStatements(root: Element): ImageStatement[] {
  const items = [...root.querySelectorAll('[itemscope][itemtype*="schema.org/ImageObject"]')].slice(0, MOST.items);
  return [...scriptsOf(root).flatMap(readJsonLd), ...items.flatMap((item) => readItem(item) ?? [])];
}

/** What the item says that an image stands in. */
export function statementAround(element: Element): ImageStatement | undefined {
  const item = element.closest(ITEM);
  return item && isImageObject(item.getAttribute('itemtype') ?? '') ? readItem(item) : undefined;
}

function scriptsOf(root: Element): string[] {
  const scripts = [...root.querySelectorAll('script[type="application/ld+json" i]')].slice(0, MOST.scripts);
  let length = 0;
  return scripts.flatMap((script) => {
    const text = script.textContent ?? '';
    if (length + text.length > MOST.text) return [];
    length += text.length;
    return [text];
  });
}

function readItem(item: Element): ImageStatement | undefined {
  return readImageObject((name) =>
    [...item.querySelectorAll(`[itemprop~="${name}"]`)].slice(0, MOST.values).map(textOf),
  );
}

/** A property's value (HTML, "Values: the algorithm"); of an item within the item, its name. */
function textOf(property: Element): string {
  const named = property.matches('[itemscope]') ? (property.querySelector('[itemprop~="name"]') ?? property) : property;
  const written = ['content', 'href', 'src'].map((name) => named.getAttribute(name)).find((value) => value);
  return (written ?? named.textContent ?? '').slice(0, MOST.value);
}
