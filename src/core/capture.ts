import type { Region } from './region.ts';
import type { RightsSignal } from './rights/signal.ts';
import type { SyncState } from './sync.ts';
import type { Tag } from './tag.ts';

/**
 * Which way brought the bytes (HARD-CASES.md, a–e): read in the page's `frame`; the `background`'s own request; a request of
 * the frame that a rule `opened`; `drawn` from what the page shows; a `screenshot`. A `file` was pasted or dropped by the person.
 */
export const WAYS = ['frame', 'background', 'opened', 'drawn', 'screenshot', 'file'] as const;

export type Way = (typeof WAYS)[number];

/** What the bytes are in relation to what the server gave (DESIGN.md, rule 3). */
export type Form = 'original' | 're-encoded' | 'screenshot';

export function formOf(way: Way): Form {
  if (way === 'drawn') return 're-encoded';
  return way === 'screenshot' ? 'screenshot' : 'original';
}

/** Where an image came from. Everything in it is the page's word: shown as text, never as markup. */
export interface Provenance {
  readonly imageUrl: string;
  readonly pageUrl: string;
  readonly frameUrl: string;
  readonly title: string;
  readonly alt: string;
  /** The words below the image, where the page marks them as such. */
  readonly caption?: string;
  /** Where a link around the image leads. */
  readonly linkUrl?: string;
  /** When the person tagged it, in ms since 1970. */
  readonly taggedAt: number;
  readonly way: Way;
  /** HTTP status of the answer that brought the bytes; 0 where none was involved (`data:`, `blob:`). */
  readonly status: number;
  /** Of a video's frame: seconds from its beginning. */
  readonly moment?: number;
  readonly rights?: readonly RightsSignal[];
}

/** What the bytes say of themselves. */
export interface ImageFacts {
  readonly mediaType: string;
  readonly extension: string;
  /** In pixels, as a browser shows it (EXIF orientation applied). */
  readonly width: number;
  readonly height: number;
  /** In bytes. */
  readonly size: number;
}

export interface Tagged {
  readonly tag: Tag;
  readonly at: number;
  /** Tagged anew after it had been taken back: undone, it is gone again, whatever stands before. */
  readonly again?: true;
  /** A part was marked by it: undone, that part goes again. */
  readonly part?: true;
  /** It came in place of this capture: undone, that one is back. */
  readonly instead?: string;
}

/** One image tagged for one project. Its identity is `(project, sha256)`. */
export interface Capture {
  /** A ULID: sorts by time. */
  readonly id: string;
  readonly project: string;
  /** Of the original, in lower-case hex. */
  readonly sha256: string;
  readonly tag: Tag;
  /** Every tag it has had, the present one last. */
  readonly history: readonly Tagged[];
  readonly collector: string;
  readonly createdAt: number;
  readonly image: ImageFacts;
  readonly provenance: Provenance;
  /** Parts of the image that the tag is about; the whole where there are none. */
  readonly regions?: readonly Region[];
  /** Undone by the person; the row stays until its destination has let it go too. */
  readonly removed: boolean;
  readonly sync: SyncState;
}

/**
 * What a gesture came to: the picture is new here, or was here as it is, got another tag, or one more part. `instead`: it was
 * here, and stands now for the one that was captured before it.
 */
export type Outcome = 'saved' | 'already' | 'retagged' | 'marked' | 'instead';
