import { isRecord, textAt } from '../json.ts';
import { type ImageStatement, isImageObject, readImageObject } from './image-object.ts';

/** Characters of one script, values in it that are looked at, and values of one property. */
const MOST = { text: 200_000, values: 20_000, texts: 8 };

type Node = Readonly<Record<string, unknown>>;

/** What one JSON-LD script says about images, wherever in it. A script that is too long or malformed says nothing. */
export function readJsonLd(script: string): ImageStatement[] {
  if (script.length > MOST.text) return [];
  const nodes = nodesIn(parse(script));
  const named = new Map(nodes.flatMap((node) => (isReference(node) ? [] : [[textAt(node, '@id'), node] as const])));
  return nodes
    .filter((node) => texts(node['@type'], named).some(isImageObject))
    .flatMap((node) => readImageObject((property) => texts(node[property], named)) ?? []);
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return undefined;
  }
}

/** All objects, at any depth: without recursion, since a page decides how deep it goes. */
function nodesIn(value: unknown): Node[] {
  const nodes: Node[] = [];
  const open = [value];
  for (let seen = 0; open.length > 0 && seen < MOST.values; seen++) {
    const next = open.pop();
    if (isRecord(next)) nodes.push(next);
    if (typeof next === 'object' && next !== null) open.push(...Object.values(next).slice(0, MOST.values).toReversed());
  }
  return nodes;
}

/** An object that only names another one: `{"@id": "#jane"}`. */
function isReference(node: Node): boolean {
  return Object.keys(node).join() === '@id';
}

/** A property's values as text: of an object its name, else its address; of a reference those of what it names. */
function texts(value: unknown, named: ReadonlyMap<string | undefined, Node>): string[] {
  const values: unknown[] = Array.isArray(value) ? value.slice(0, MOST.texts) : [value];
  return values.flatMap((item) => {
    if (typeof item === 'string') return [item];
    if (!isRecord(item)) return [];
    const node = (isReference(item) && named.get(textAt(item, '@id'))) || item;
    const text = ['name', '@value', 'url', '@id'].map((key) => textAt(node, key)).find((found) => found !== undefined);
    return text === undefined ? [] : [text];
  });
}
