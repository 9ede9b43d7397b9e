/** What follows one another in XML: text with its references decoded, the start of an element, its end. */
export type Markup =
  | { readonly is: 'text'; readonly text: string }
  | {
      readonly is: 'start';
      readonly name: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
    }
  | { readonly is: 'end' };

/** Characters and pieces of markup that are read. */
const MOST = { text: 512 * 1024, pieces: 50_000 };

/** What is no element: up to where it ends, and nothing in it is read. A doctype's entities therefore mean nothing. */
const PASSED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
];
const CDATA = ['<![CDATA[', ']]>'] as const;

const NAME = /<([\w:.-]+)/y;
/** A value holds no "<" (XML 1.0, production 10): an unfinished one ends at the next tag, and is not searched again. */
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const CLOSE = /\s*(\/?)>/y;

/**
 * The markup of an XML text that nobody vouches for, without a parser (a worker has none): linear in the length, and what is
 * malformed is passed over up to the next "<".
 */
export function* markupIn(xml: string): Generator<Markup> {
  const text = xml.slice(0, MOST.text);
  let at = 0;
  for (let n = 0; n < MOST.pieces && at < text.length; n++) {
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    if (end > at) yield { is: 'text', text: decodeReferences(text.slice(at, end)) };
    if (next === -1) return;
    const piece = pieceAt(text, next);
    yield* piece.markup;
    at = piece.end;
  }
}

interface Piece {
  readonly markup: readonly Markup[];
  readonly end: number;
}

function pieceAt(text: string, at: number): Piece {
  if (text.startsWith(CDATA[0], at)) {
    const end = after(text, CDATA[1], at);
    return { markup: [{ is: 'text', text: text.slice(at + CDATA[0].length, end - CDATA[1].length) }], end };
  }
  const passed = PASSED.find(([start]) => text.startsWith(start, at));
  if (passed) return { markup: [], end: after(text, passed[1], at) };
  if (text[at + 1] === '/') return { markup: [{ is: 'end' }], end: after(text, '>', at) };
  return elementAt(text, at) ?? { markup: [], end: at + 1 };
}

function elementAt(text: string, at: number): Piece | undefined {
  const [, name] = matchAt(NAME, text, at) ?? [];
  if (name === undefined) return undefined;
  const attributes: [string, string][] = [];
  let end = NAME.lastIndex;
  for (let found = matchAt(ATTRIBUTE, text, end); found; found = matchAt(ATTRIBUTE, text, end)) {
    attributes.push([found[1] ?? '', decodeReferences(found[2] ?? found[3] ?? '')]);
    end = ATTRIBUTE.lastIndex;
  }
  const close = matchAt(CLOSE, text, end);
  if (!close) return undefined;
  const start: Markup = { is: 'start', name, attributes };
  return { markup: close[1] === '/' ? [start, { is: 'end' }] : [start], end: CLOSE.lastIndex };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The position after the next `mark`, or the end. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities that XML has without a doctype, and characters by number. Once: what comes out is not read again. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
