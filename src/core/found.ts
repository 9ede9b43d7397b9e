import { isRecord, listAt, numberAt, textAt } from './json.ts';
import { clip, LIMITS } from './limits.ts';
import { parseRights, type RightsSignal } from './rights/signal.ts';

/** What shows the image: something with an address, a canvas, or a video whose present frame is meant. */
export type FoundKind = 'image' | 'canvas' | 'video';

/** An image as the content script of one frame found it. */
export interface Found {
  /** Names the element in its frame's finder for as long as that lives; empty where only an address is known. */
  readonly key: string;
  readonly kind: FoundKind;
  /** Empty for a canvas. */
  readonly url: string;
  /**
   * Of the file, in its own pixels, 0 where unknown. Where `srcset` gave a density it is reckoned back from the rounded natural
   * size, so it can be off by as many pixels as that density.
   */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string;
  /** Where a link around it leads; empty where there is none. */
  readonly linkUrl: string;
  /** Of the frame's document. */
  readonly title: string;
  readonly frameUrl: string;
  /** The policy in force for the image: the element's own, else its document's. */
  readonly referrerPolicy: string;
  /** Whether the frame itself may read the bytes: `data:`, `blob:` or its own origin. */
  readonly readable: boolean;
  /** Whether the page has decoded it: it is an image, and what the person sees. */
  readonly decoded: boolean;
  /** Of a video: seconds from its beginning. */
  readonly moment?: number;
  /** Addresses that may hold a larger version, likeliest first. */
  readonly larger: readonly string[];
  readonly rights: readonly RightsSignal[];
}

/** Images of one click that are looked at, and addresses of larger versions of each. */
const MOST = { candidates: 8, larger: 6 };

/** Reads what a page says it found, best first; a page is hostile, so nothing is taken at its length or type. */
export function parseFoundList(value: unknown, most: number = MOST.candidates): readonly Found[] {
  return listAt({ value }, 'value')
    .slice(0, most)
    .flatMap((item) => parseFound(item) ?? []);
}

export function parseFound(value: unknown): Found | undefined {
  if (!isRecord(value)) return undefined;
  const kind = KINDS.find((known) => known === value['kind']) ?? 'image';
  const url = textAt(value, 'url') ?? '';
  if (kind === 'image' ? !isImageAddress(url) : url !== '' && !isImageAddress(url)) return undefined;
  const moment = numberAt(value, 'moment');
  return {
    key: clip(textAt(value, 'key') ?? '', 40),
    kind,
    url,
    width: numberAt(value, 'width') ?? 0,
    height: numberAt(value, 'height') ?? 0,
    alt: clip(textAt(value, 'alt') ?? ''),
    caption: clip(textAt(value, 'caption') ?? ''),
    linkUrl: clip(textAt(value, 'linkUrl') ?? '', LIMITS.address),
    title: clip(textAt(value, 'title') ?? ''),
    frameUrl: clip(textAt(value, 'frameUrl') ?? '', LIMITS.address),
    referrerPolicy: clip(textAt(value, 'referrerPolicy') ?? '', 40),
    readable: value['readable'] === true,
    decoded: value['decoded'] === true,
    ...(moment === undefined ? {} : { moment }),
    larger: listAt(value, 'larger')
      .filter((other): other is string => typeof other === 'string' && /^https?:/i.test(other) && isImageAddress(other))
      .slice(0, MOST.larger),
    rights: parseRights(value['rights']),
  };
}

const KINDS: readonly FoundKind[] = ['image', 'canvas', 'video'];

/** Addresses that can be an image's: no `javascript:`, no `file:`, none of the browser's own. */
export function isImageAddress(url: string): boolean {
  return /^(https?|data|blob):/i.test(url) && (url.length <= LIMITS.address || url.startsWith('data:'));
}

/** What is known of an image of which there is nothing but an address. */
export function foundByAddress(url: string, frameUrl: string): Found {
  return {
    ...{ key: '', kind: 'image', url, width: 0, height: 0, alt: '', caption: '', linkUrl: '', title: '' },
    frameUrl: clip(frameUrl, LIMITS.address),
    ...{ referrerPolicy: '', readable: false, decoded: false, larger: [], rights: [] },
  };
}
