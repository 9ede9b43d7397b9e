/** Characters of a `data:` address that can hold no more than a spacer. */
const SHORT = 400;

/** Names that spacers go by where nothing else is known of them. */
const NAMED =
  /\/(spacer|spaceball|blank|pixel|transparent|trans|clear|empty|1x1|lazy[-_]?load(ing)?)\.(gif|png|svg)([?#]|$)/i;

/** Whether an address is that of a spacer: what lazy loaders and page layouts put where an image will be, or is not. */
export function isSpacerAddress(url: string): boolean {
  if (!url.startsWith('data:')) return NAMED.test(url.slice(0, 4_000));
  if (url.length > SHORT) return false;
  return isTinyGif(url) || isTinyPng(url) || isEmptySvg(url);
}

/** A screen of 1 × 1 (GIF89a, 18), in base64: the six letters "GIF89a", then width and height. */
function isTinyGif(url: string): boolean {
  return /^data:image\/gif;base64,R0lGODlh(AQAB|AgAC)/i.test(url);
}

/** The signature, IHDR's length and name, then width and height of 1. */
function isTinyPng(url: string): boolean {
  return /^data:image\/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB/.test(url);
}

function isEmptySvg(url: string): boolean {
  return /^data:image\/svg\+xml/i.test(url) && /^[^<]*<svg\b[^>]*(\/>|>\s*<\/svg>\s*$)/i.test(textOf(url));
}

function textOf(url: string): string {
  const [head = '', body = ''] = url.split(/,(.*)/s);
  try {
    return /;base64$/i.test(head) ? fromBase64(body) : decodeURIComponent(body);
  } catch {
    return body;
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** ASCII alone, which is what an SVG without content is. */
function fromBase64(text: string): string {
  const values = [...text.replace(/=+$/, '')].map((letter) => Math.max(0, LETTERS.indexOf(letter)));
  const bits = values.map((value) => value.toString(2).padStart(6, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}
