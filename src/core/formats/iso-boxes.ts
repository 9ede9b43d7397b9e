import { ascii, u32be, uintBe } from './bytes.ts';

/** A part of the bytes: `bytes.subarray(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A box's four-letter name and its payload, which may claim to end outside. */
export interface Box extends Span {
  type: string;
}

/** ISO/IEC 14496-12, section 4.2: a size of 1 is followed by one of 64 bits, 0 means "to the end". */
function boxAt(bytes: Uint8Array, at: number, end: number): Box | undefined {
  const short = u32be(bytes, at);
  const type = ascii(bytes, at + 4, 4);
  const isLong = short === 1;
  const length = isLong ? uintBe(bytes, at + 8, 8) : short === 0 ? end - at : short;
  if (type === undefined || length === undefined) return undefined;
  const start = at + (isLong ? 16 : 8);
  return at + length < start ? undefined : { type, start, end: at + length };
}

/** The boxes side by side in a span. Ends at what is no box, and after a box that runs past the span. */
export function* boxes(bytes: Uint8Array, span: Span): Generator<Box> {
  for (let at = span.start; at + 8 <= span.end; ) {
    const box = boxAt(bytes, at, span.end);
    if (box === undefined) return;
    yield box;
    at = box.end;
  }
}

export function findBox(bytes: Uint8Array, span: Span | undefined, type: string): Box | undefined {
  if (span === undefined) return undefined;
  for (const box of boxes(bytes, span)) if (box.type === type) return box;
  return undefined;
}
