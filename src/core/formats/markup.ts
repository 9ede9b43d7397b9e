import { hasAscii, indexOfAscii } from './bytes.ts';

/** `bytes.subarray(start, end)`, brackets included: a start tag nests by 1, an end tag by -1, an empty one by 0. */
export interface Tag {
  start: number;
  end: number;
  nesting: 1 | 0 | -1;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SLASH = 0x2f;

const isQuote = (byte: number | undefined): byte is number => byte === 0x22 || byte === 0x27;

/** The position after the next `text`, or undefined. */
function after(bytes: Uint8Array, text: string, from: number): number | undefined {
  const at = indexOfAscii(bytes, text, from);
  return at === -1 ? undefined : at + text.length;
}

/** The position after what stands at `at`: a quoted text, a comment or an instruction in one step, else one byte. */
function step(bytes: Uint8Array, at: number): number | undefined {
  const byte = bytes[at];
  if (isQuote(byte)) return bytes.indexOf(byte, at + 1) + 1 || undefined;
  if (byte !== LESS) return at + 1;
  if (hasAscii(bytes, at, '<!--')) return after(bytes, '-->', at + 4);
  return hasAscii(bytes, at, '<?') ? after(bytes, '?>', at + 2) : at + 1;
}

/**
 * The end of a tag, or of a doctype with its internal subset (XML 1.0, productions 28, 40 and 44): the first
 * ">" outside quotes and brackets.
 */
function closingBracket(bytes: Uint8Array, from: number): number | undefined {
  let depth = 0;
  for (let at: number | undefined = from; at !== undefined && at < bytes.length; at = step(bytes, at)) {
    const byte = bytes[at];
    if (byte === OPEN_BRACKET) depth++;
    else if (byte === CLOSE_BRACKET) depth--;
    else if (byte === GREATER && depth <= 0) return at + 1;
  }
  return undefined;
}

/** The position after the markup that begins with "<" at `start`; undefined when it does not end. */
export function markupEnd(bytes: Uint8Array, start: number): number | undefined {
  if (hasAscii(bytes, start, '<!--')) return after(bytes, '-->', start + 4);
  if (hasAscii(bytes, start, '<![CDATA[')) return after(bytes, ']]>', start + 9);
  if (hasAscii(bytes, start, '<?')) return after(bytes, '?>', start + 2);
  return closingBracket(bytes, start + 1);
}

const isTag = (bytes: Uint8Array, start: number) => !hasAscii(bytes, start, '<!') && !hasAscii(bytes, start, '<?');

function nestingOf(bytes: Uint8Array, start: number, end: number): Tag['nesting'] {
  if (bytes[start + 1] === SLASH) return -1;
  return bytes[end - 2] === SLASH ? 0 : 1;
}

/** The tags of an XML document from `from` on, without a parser: ends at the first markup that does not end. */
export function* tags(bytes: Uint8Array, from: number): Generator<Tag> {
  let start = bytes.indexOf(LESS, from);
  while (start !== -1) {
    const end = markupEnd(bytes, start);
    if (end === undefined) return;
    if (isTag(bytes, start)) yield { start, end, nesting: nestingOf(bytes, start, end) };
    start = bytes.indexOf(LESS, end);
  }
}
