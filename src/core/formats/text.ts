const REPLACEMENT = 0xfffd;

/** How many bytes follow a first byte of UTF-8, and the bits it gives; undefined where it is none (Unicode 16, table 3-7). */
function head(byte: number): readonly [more: number, bits: number] | undefined {
  if (byte < 0x80) return [0, byte];
  if (byte >= 0xc2 && byte < 0xe0) return [1, byte & 0x1f];
  if (byte >= 0xe0 && byte < 0xf0) return [2, byte & 0x0f];
  return byte >= 0xf0 && byte < 0xf5 ? [3, byte & 0x07] : undefined;
}

/** The character at `at`, and where the next one begins. */
function charAt(bytes: Uint8Array, at: number): readonly [code: number | undefined, next: number] {
  const [more, bits] = head(bytes[at] ?? 0) ?? [];
  if (more === undefined || bits === undefined) return [undefined, at + 1];
  let code = bits;
  for (let n = 1; n <= more; n++) {
    const byte = bytes[at + n];
    if (byte === undefined || byte >> 6 !== 0b10) return [undefined, at + n];
    code = (code << 6) | (byte & 0x3f);
  }
  const isValid =
    code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && (more < 2 || code > (more === 2 ? 0x7ff : 0xffff));
  return [isValid ? code : undefined, at + more + 1];
}

/** UTF-8 as text; what is none becomes U+FFFD. (`core` knows no `TextDecoder`.) */
export function decodeUtf8(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [code, next] = charAt(bytes, at);
    pieces.push(String.fromCodePoint(code ?? REPLACEMENT));
    at = next;
  }
  return pieces.join('');
}

/** Text of a time that did not say how it was written: UTF-8 where it is that, else Latin-1. */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  return text.includes('\ufffd') ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') : text;
}
