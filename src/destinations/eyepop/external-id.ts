import { isSha256 } from '../../core/sha256.ts';
import { isTag, type Tag } from '../../core/tag.ts';

/** `foil:<tag at upload>:<sha256 of the original>` (EYEPOP.md): the one thing of ours that EyePop keeps with an asset. */
export function externalIdOf(tag: Tag, sha256: string): string {
  return `foil:${tag}:${sha256}`;
}

/** What an external id says; `undefined` for those that are not ours. */
export function parseExternalId(externalId: string | undefined): { tag: Tag; sha256: string } | undefined {
  const [prefix, tag, sha256, ...rest] = (externalId ?? '').split(':');
  if (prefix !== 'foil' || rest.length > 0 || !isTag(tag) || !isSha256(sha256)) return undefined;
  return { tag, sha256 };
}
