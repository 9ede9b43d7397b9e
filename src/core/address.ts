import { LIMITS } from './limits.ts';

/** The address a picture is known by: without its fragment; `undefined` where it is not of the web, or was cut when it was kept. */
export function addressOf(url: string): string | undefined {
  const isWhole = /^https?:/i.test(url) && url.length < LIMITS.address && !url.endsWith('…');
  return isWhole ? url.replace(/#.*$/s, '') : undefined;
}

/** Whether two addresses are of one origin, told by their text: scheme, host and port stand before the path. */
export function sharesOrigin(one: string, other: string): boolean {
  const origin = originOf(one);
  return origin !== undefined && origin === originOf(other);
}

function originOf(url: string): string | undefined {
  return /^https?:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase();
}
