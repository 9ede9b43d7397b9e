/** The parts of a licence's name in the order they are written in. The first versions wrote them in any (`nd-nc`). */
const PARTS = ['by', 'nc', 'nd', 'sa'];

const ADDRESS =
  /\bcreativecommons\.org\/(?:licen[cs]es|publicdomain)\/([a-z+-]{2,20})(?:\/(\d\.\d))?(?:\/(igo|[a-z]{2})(?![a-z]))?/i;
/** In capitals: "cc by" is also how a letter names who gets a copy. */
const NAME = /\bCC[ -](BY(?:[ -](?:NC|ND|SA)){0,2})(?:[ -]?(\d\.\d))?\b/;
const ZERO = /\bCC[ -]?(0|ZERO)(?:[ -](\d\.\d))?\b/;

const PUBLIC: ReadonlyMap<string, string> = new Map([
  ['zero', 'CC0'],
  ['mark', 'Public Domain Mark'],
  ['certification', 'Public Domain'],
  ['publicdomain', 'Public Domain'],
]);

/**
 * The Creative Commons licence that an address or a text names, as its makers write it: `CC BY-NC-SA 4.0`, `CC0 1.0`,
 * `Public Domain Mark 1.0`. (https://creativecommons.org/licenses/list)
 */
export function creativeCommonsIn(text: string): string | undefined {
  const said = text.slice(0, 10_000);
  const [, code, version, place] = ADDRESS.exec(said) ?? [];
  if (code !== undefined) return nameOf(code.toLowerCase(), version, place);
  const [, name, edition] = NAME.exec(said) ?? [];
  if (name !== undefined) return nameOf(name.toLowerCase().replaceAll(' ', '-'), edition);
  const zero = ZERO.exec(said);
  return zero ? nameOf('zero', zero[2]) : undefined;
}

function nameOf(code: string, version: string | undefined, place?: string): string | undefined {
  const parts = code.split('-');
  const known = PUBLIC.get(code) ?? (parts.every((part) => PARTS.includes(part)) ? `CC ${inOrder(parts)}` : undefined);
  return known && [known, version, place?.toUpperCase()].filter((part) => part !== undefined).join(' ');
}

function inOrder(parts: readonly string[]): string {
  return PARTS.filter((part) => parts.includes(part))
    .join('-')
    .toUpperCase();
}
