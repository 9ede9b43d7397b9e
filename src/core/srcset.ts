/** An image that a `srcset` names: with a density in pixels for each CSS pixel, or its file's width in pixels. */
export interface Candidate {
  readonly url: string;
  readonly density?: number;
  readonly width?: number;
}

/** Characters of an attribute that are read, and images it may name: a page can write megabytes. */
const MOST = { text: 100_000, candidates: 64 };

const SPACES_AND_COMMAS = /[\t\n\f\r ,]*/y;
const ADDRESS = /[^\t\n\f\r ]+/y;

/** Reads a `srcset` by the HTML Standard (4.8.4.2.2, "parse a srcset attribute"); what has a wrong descriptor is left out. */
export function parseSrcset(attribute: string): readonly Candidate[] {
  const text = attribute.slice(0, MOST.text);
  const candidates: Candidate[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [taken = ''] = pattern.exec(text) ?? [];
    at += taken.length;
    return taken;
  };
  while (candidates.length < MOST.candidates) {
    take(SPACES_AND_COMMAS);
    const address = take(ADDRESS);
    if (address === '') break;
    const ends = address.endsWith(',');
    const [descriptors, next] = ends ? [[], at] : descriptorsAt(text, at);
    at = next;
    const url = ends ? address.replace(/,+$/, '') : address;
    const described = describe(descriptors);
    if (described && url !== '') candidates.push({ url, ...described });
  }
  return candidates;
}

/** The descriptors up to the comma that ends them, and where what follows begins. Within parentheses a comma ends nothing. */
function descriptorsAt(text: string, from: number): [string[], number] {
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '(') depth++;
    if (letter === ')' && depth > 0) depth--;
    if (letter === ',' && depth === 0) break;
  }
  const words = text.slice(from, at).match(/(?:\([^)]*\)?|[^\t\n\f\r (])+/g) ?? [];
  return [words, at + 1];
}

function describe(descriptors: readonly string[]): Omit<Candidate, 'url'> | undefined {
  const known = descriptors.map((word) => /^(\d+)([wh])$|^(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(x)$/i.exec(word));
  if (known.some((match) => !match)) return undefined;
  const value = (unit: string) =>
    known.flatMap((match) => ((match?.[2] ?? match?.[4]) === unit ? [Number(match?.[1] ?? match?.[3])] : []));
  const [widths, heights, densities] = [value('w'), value('h'), value('x')];
  if (widths.length > 1 || heights.length > 1 || densities.length > 1) return undefined;
  const [width] = widths;
  const [density] = densities;
  if (heights.length > 0 && width === undefined) return undefined;
  if (width !== undefined) return width > 0 && density === undefined ? { width } : undefined;
  return density !== undefined && density < 0 ? undefined : { density: density ?? 1 };
}
