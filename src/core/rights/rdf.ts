import { type Markup, markupIn } from './xml.ts';

/** A property by its full name (namespace and local name), with its value as plain text. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Values of all properties together, items of one, and characters of one value. */
const MOST = { values: 100, items: 10, text: 4_000 };

/** A property whose end has not come yet. */
interface Open {
  readonly name: string;
  /** Elements that are open inside it. */
  depth: number;
  /** Of several alternatives the first is the one by default. */
  isAlternative: boolean;
  readonly texts: string[];
}

/**
 * The values of some properties in RDF/XML, in the order they stand: an attribute, an element's text, its `rdf:resource`, or
 * the items of its `rdf:Bag`, `rdf:Seq` or `rdf:Alt`. Markup inside a value is never more than the text in it.
 */
export function rdfProperties(xml: string, wanted: ReadonlySet<string>): Property[] {
  const found: Property[] = [];
  const prefixes = new Map<string, string>();
  let open: Open | undefined;
  for (const markup of markupIn(xml)) {
    if (found.length >= MOST.values) return found;
    if (markup.is === 'start') {
      declare(prefixes, markup.attributes);
      found.push(...attributesOf(markup, prefixes).filter(({ name }) => wanted.has(name)));
    }
    open = open ? goOn(open, markup, prefixes) : begin(markup, prefixes, wanted);
    if (!open || open.depth >= 0) continue;
    found.push(...valuesOf(open));
    open = undefined;
  }
  return found;
}

function declare(prefixes: Map<string, string>, attributes: Start['attributes']): void {
  for (const [name, value] of attributes) if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
}

type Start = Extract<Markup, { is: 'start' }>;

function fullName(name: string, prefixes: ReadonlyMap<string, string>): string {
  const [prefix = '', local = ''] = name.split(':');
  return `${prefixes.get(prefix) ?? `${prefix}:`}${local}`;
}

function attributesOf({ attributes }: Start, prefixes: ReadonlyMap<string, string>): Property[] {
  return attributes.map(([name, value]) => ({ name: fullName(name, prefixes), value: value.slice(0, MOST.text) }));
}

function begin(markup: Markup, prefixes: ReadonlyMap<string, string>, wanted: ReadonlySet<string>): Open | undefined {
  if (markup.is !== 'start') return undefined;
  const name = fullName(markup.name, prefixes);
  if (!wanted.has(name)) return undefined;
  return { name, depth: 0, isAlternative: false, texts: [resourceOf(markup, prefixes), ''] };
}

function resourceOf(markup: Start, prefixes: ReadonlyMap<string, string>): string {
  return attributesOf(markup, prefixes).find(({ name }) => name === `${RDF}resource`)?.value ?? '';
}

function goOn(open: Open, markup: Markup, prefixes: ReadonlyMap<string, string>): Open {
  const { texts } = open;
  if (markup.is === 'text') {
    const last = texts.length - 1;
    texts[last] = `${texts[last]}${markup.text}`.slice(0, MOST.text);
    return open;
  }
  open.depth += markup.is === 'start' ? 1 : -1;
  if (markup.is === 'end') return open;
  const name = fullName(markup.name, prefixes);
  open.isAlternative ||= name === `${RDF}Alt`;
  if (name === `${RDF}li` && texts.length <= 2 * MOST.items + 2) texts.push(resourceOf(markup, prefixes), '');
  return open;
}

function valuesOf({ name, isAlternative, texts }: Open): Property[] {
  const values = texts.map((text) => text.trim()).filter((text) => text !== '');
  return values.slice(0, isAlternative ? 1 : MOST.items).map((value) => ({ name, value }));
}
