import type { FoundKind } from '../../core/found.ts';
import { isImageAddress } from '../../core/found.ts';
import { LIMITS } from '../../core/limits.ts';
import { baseOf } from '../dom.ts';

/** An image as an element shows it. */
export interface Showing {
  readonly kind: FoundKind;
  /** Absolute; empty where there is none (canvas). */
  readonly url: string;
  /** Of the file, in its own pixels; 0 where unknown. */
  readonly width: number;
  readonly height: number;
  /** Whether the page has decoded it. */
  readonly decoded: boolean;
  /** Of a video: seconds from its beginning. */
  readonly moment?: number;
  /** Addresses that may hold a larger version, as the element itself names them. */
  readonly larger: readonly string[];
  /** What shows it, where that is not the element asked about. */
  readonly element?: Element;
}

/** What is shown, and by which element. */
export interface Shown extends Showing {
  readonly element: Element;
}

/** Finds what an element shows of the one kind the finder knows, likeliest first. */
export type Finder = (element: Element) => readonly Showing[];

/** An image of which there is only an address, as written in the page; nothing where it cannot be an image's. */
export function showing(written: string, more: Partial<Showing> = {}): Showing[] {
  const url = absolute(written);
  if (url === '') return [];
  return [{ kind: 'image', url, width: 0, height: 0, decoded: false, larger: [], ...more }];
}

/** As the document resolves it, without spaces around; empty where it cannot be an image's. */
export function absolute(written: string): string {
  const trimmed = written.trim();
  if (/^data:/i.test(trimmed)) return isImageAddress(trimmed) ? trimmed : '';
  if (trimmed === '' || trimmed.length > LIMITS.address) return '';
  const url = URL.parse(trimmed, baseOf(document))?.href ?? '';
  return isImageAddress(url) ? url : '';
}
