import { clip } from '../../core/limits.ts';
import type { Tag } from '../../core/tag.ts';
import type { Swept } from '../../db/schema.ts';
import { failureWords } from '../../platform/words.ts';
import type { SweepItem, SweepNews } from '../../protocol.ts';

/** Characters of what an image is called. */
const NAME = 120;

/** What the layer needs of an image. `isOpen`: its frame is the page itself, or of the same origin. */
export function itemFrom(row: Swept, isOpen: boolean, mine: Tag | undefined): SweepItem {
  const { frameId, item, found } = row;
  const key = frameId === 0 && found.decoded ? found.key : '';
  // An address of another site's frame would be asked for by the page, which can see what it asks for.
  const isShown = isOpen && !(key !== '' && found.url.startsWith('data:'));
  return {
    id: item,
    key,
    url: isShown ? found.url : '',
    referrerPolicy: found.referrerPolicy,
    width: found.width,
    height: found.height,
    name: clip(found.alt || found.caption || fileOf(found.url), NAME),
    host: hostOf(found.url),
    ...(mine && { mine }),
    news: newsOf(row),
  };
}

export function newsOf({ item, state, tag, failure }: Swept): SweepNews {
  return {
    id: item,
    ...(state && { state }),
    ...(tag && { tag }),
    ...(state === 'failed' && failure && { why: failureWords(failure).text }),
  };
}

export function sharesWith(pageUrl: string, origin: string): boolean {
  return URL.canParse(pageUrl) && new URL(pageUrl).origin === origin;
}

function hostOf(url: string): string {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host : '';
}

function fileOf(url: string): string {
  if (hostOf(url) === '') return '';
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
