import { Failure, toFailure } from '../core/failure.ts';
import { type Found, foundByAddress, parseFoundList } from '../core/found.ts';
import type { Intent } from '../db/schema.ts';
import type { Pointed } from '../protocol.ts';
import { askFinder } from './ask-finder.ts';

/**
 * The images a gesture may have meant, best first, by the content script's word; by the menu's own where no script may run.
 *
 * @throws Failure `image-not-found`, or why the page cannot be asked
 */
export async function locate(intent: Intent): Promise<readonly [Found, ...Found[]]> {
  if (intent.found) return [intent.found];
  const byMenu = /^https?:/i.test(intent.srcUrl) ? [foundByAddress(intent.srcUrl, intent.frameUrl)] : [];
  const answer = await askFinder(intent, 'find', pointedBy(intent)).catch((error) => {
    if (byMenu.length > 0) return byMenu;
    throw toFailure(error);
  });
  const [best, ...others] = parseFoundList(answer);
  if (!best) throw new Failure('image-not-found');
  return [best, ...others];
}

function pointedBy({ by, srcUrl, tries, targetElement }: Intent): Pointed {
  const pointed = { by: by === 'key' ? by : 'menu', srcUrl, live: tries === 1 } as const;
  return targetElement === undefined ? pointed : { ...pointed, targetElement };
}
