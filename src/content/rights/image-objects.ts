import { type ImageStatement, isImageObject, readImageObject } from '../../core/rights/image-object.ts';
import { readJsonLd } from '../../core/rights/json-ld.ts';
import { attribute, closest, queryAll, textOf } from '../dom.ts';

/** Scripts and items that are read, characters of all scripts, values of one property, characters of one value. */
const MOST = { scripts: 20, text: 500_000, items: 50, values: 8, value: 2_000 };

const ITEM = '[itemscope][itemtype*="schema.org/"]';

/** What the page says with schema.org about its images: JSON-LD, and microdata. */
export function findStatements(root: Element): ImageStatement[] {
  const items = [...queryAll(root, '[itemscope][itemtype*="schema.org/ImageObject"]')].slice(0, MOST.items);
  return [...scriptsOf(root).flatMap(readJsonLd), ...items.flatMap((item) => readItem(item) ?? [])];
}

/** What the item says that an image stands in. */
export function statementAround(element: Element): ImageStatement | undefined {
  const item = closest(element, ITEM);
  return item && isImageObject(attribute(item, 'itemtype')) ? readItem(item) : undefined;
}

function scriptsOf(root: Element): string[] {
  const scripts = [...queryAll(root, 'script[type="application/ld+json" i]')].slice(0, MOST.scripts);
  let length = 0;
  return scripts.flatMap((script) => {
    const text = textOf(script);
    if (length + text.length > MOST.text) return [];
    length += text.length;
    return [text];
  });
}

function readItem(item: Element): ImageStatement | undefined {
  return readImageObject((name) => [...queryAll(item, `[itemprop~="${name}"]`)].slice(0, MOST.values).map(writtenIn));
}

/** A property's value (HTML, "Values: the algorithm"); of an item within the item, its name. */
function writtenIn(property: Element): string {
  const named = Element.prototype.hasAttribute.call(property, 'itemscope')
    ? (queryAll(property, '[itemprop~="name"]')[0] ?? property)
    : property;
  const written = ['content', 'href', 'src'].map((name) => attribute(named, name)).find((value) => value);
  return (written ?? textOf(named)).slice(0, MOST.value);
}
