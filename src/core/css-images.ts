/** An image in a computed CSS value; `larger` are the others of its `image-set()`, made for denser screens. */
export interface CssImage {
  readonly url: string;
  readonly larger: readonly string[];
}

/** Images of one value that are looked at. */
const MOST = 16;

const START = /url\("|image-set\(|"/g;

/**
 * The images of a computed value (`background-image`, `content` …), topmost first. Browsers write addresses absolute and in
 * double quotes (CSSOM, "serialize a URL"); what a text of `content` says is none.
 *
 * @param scale device pixels for each CSS pixel, by which a browser picks out of an `image-set()`
 */
export function imagesInCss(value: string, scale: number): readonly CssImage[] {
  const images: CssImage[] = [];
  for (let at = 0; images.length < MOST; ) {
    START.lastIndex = at;
    const start = START.exec(value);
    if (!start) break;
    const from = start.index + start[0].length;
    if (start[0] === 'image-set(') {
      const end = endOfParentheses(value, from);
      images.push(...pick(value.slice(from, end), scale));
      at = end;
    } else {
      at = endOfString(value, from);
      if (start[0] === 'url("') images.push({ url: unescapeCss(value.slice(from, at)), larger: [] });
      at += 1;
    }
  }
  return images;
}

/** The quote that ends a string, by search: a `data:` address can have megabytes. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function endOfParentheses(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') at = endOfString(text, at + 1);
    else if (letter === '(') depth++;
    else if (letter === ')' && --depth === 0) return at;
  }
  return text.length;
}

/** The option of the least resolution that is enough, else the highest (CSS Images 4, 2.5); browsers take it alike. */
function pick(options: string, scale: number): CssImage[] {
  const offered = optionsOf(options).sort((a, b) => a.density - b.density);
  const chosen = offered.find(({ density }) => density >= scale) ?? offered.at(-1);
  if (!chosen) return [];
  const larger = offered.filter(({ density, url }) => density > chosen.density && url !== chosen.url);
  return [{ url: chosen.url, larger: larger.map(({ url }) => url).reverse() }];
}

function optionsOf(text: string): { url: string; density: number }[] {
  const options: { url: string; density: number }[] = [];
  for (let at = 0; options.length < MOST; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) break;
    const end = endOfString(text, quote + 1);
    const rest = text.slice(end + 1, nextOption(text, end + 1));
    // Without a quote before it: `type("image/png")` is the rest of an option, not one.
    options.push({ url: unescapeCss(text.slice(quote + 1, end)), density: densityOf(rest) });
    at = end + 1 + rest.length;
  }
  return options;
}

/** The comma that ends an option. */
function nextOption(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at + 1);
    else if (text[at] === ',') return at;
  }
  return text.length;
}

function densityOf(text: string): number {
  const [, number = '1', unit = 'x'] = /([\d.]+)(dppx|dpi|dpcm|x)/.exec(text) ?? [];
  const perPixel = { dppx: 1, x: 1, dpi: 96, dpcm: 96 / 2.54 }[unit] ?? 1;
  return Number(number) / perPixel;
}

function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_, hex?: string, letter = '') =>
    hex === undefined ? letter : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}
