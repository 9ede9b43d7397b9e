import type { Found } from '../../core/found.ts';
import { clip, LIMITS } from '../../core/limits.ts';
import { titleOf } from '../dom.ts';
import { keyOf } from '../elements.ts';
import { findRights } from '../rights/find-rights.ts';
import { altOf } from './alt.ts';
import { captionOf } from './caption.ts';
import type { Showing } from './finder.ts';
import { largerThan } from './larger.ts';
import { linkAround } from './link.ts';
import { referrerPolicyFor } from './referrer-policy.ts';

/** What is told of an image to the background. */
export function describe(shown: Showing): Found {
  const { element, kind, url, width, height, decoded, moment } = shown;
  const link = element && linkAround(element);
  return {
    ...{ key: element ? keyOf(element) : '', kind, url, width, height, decoded },
    ...(moment === undefined ? {} : { moment }),
    alt: element ? altOf(element) : '',
    caption: element ? captionOf(element) : '',
    linkUrl: clip(link?.url ?? '', LIMITS.address),
    title: clip(String(titleOf(document))),
    frameUrl: clip(location.href, LIMITS.address),
    referrerPolicy: referrerPolicyFor(element),
    readable: isReadable(url),
    larger: kind === 'image' ? largerThan(shown, link) : [],
    rights: element ? findRights(element, url) : [],
  };
}

/** Way a: what the frame itself may read without anybody's leave. */
function isReadable(url: string): boolean {
  return /^(data|blob):/i.test(url) || URL.parse(url)?.origin === origin;
}
