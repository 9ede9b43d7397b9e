import { TAGS, type Tag } from './tag.ts';

/** What keys can be set for, in the order they are shown: the manifest names the same. */
export const COMMANDS = [...TAGS.map((tag) => `tag-${tag}` as const), 'tag-again', 'sweep'] as const;

/** The tag that a command gives; `undefined` where it names none. */
export function tagNamedBy(command: string): Tag | undefined {
  return TAGS.find((tag) => command === `tag-${tag}`);
}
