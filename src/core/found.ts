import { isRecord, numberAt, textAt } from './json.ts';
import { clip, LIMITS } from './limits.ts';

/** An image as the content script of one frame found it. */
export interface Found {
  readonly url: string;
  /** Natural size in CSS pixels, 0 where unknown. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** Of the frame's document. */
  readonly title: string;
  readonly frameUrl: string;
  readonly referrerPolicy: string;
  /** Whether the frame itself may read the bytes: `data:`, `blob:` or its own origin. */
  readonly readable: boolean;
}

/** Reads what a page says it found; a page is hostile, so nothing is taken at its length or type. */
export function parseFound(value: unknown): Found | undefined {
  const url = textAt(value, 'url');
  if (!isRecord(value) || url === undefined || !isImageAddress(url)) return undefined;
  return {
    url,
    width: numberAt(value, 'width') ?? 0,
    height: numberAt(value, 'height') ?? 0,
    alt: clip(textAt(value, 'alt') ?? ''),
    title: clip(textAt(value, 'title') ?? ''),
    frameUrl: clip(textAt(value, 'frameUrl') ?? '', LIMITS.address),
    referrerPolicy: clip(textAt(value, 'referrerPolicy') ?? '', 40),
    readable: value['readable'] === true,
  };
}

/** Addresses that can be an image's: no `javascript:`, no `file:`, none of the browser's own. */
export function isImageAddress(url: string): boolean {
  return /^(https?|data|blob):/i.test(url) && (url.length <= LIMITS.address || url.startsWith('data:'));
}
