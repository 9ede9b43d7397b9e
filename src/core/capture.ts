import type { SyncState } from './sync.ts';
import type { Tag } from './tag.ts';

/** Which way of HARD-CASES.md brought the bytes: in the page's frame, or by the background's own request. */
export type Way = 'frame' | 'background';

/** Where an image came from. Everything in it is the page's word: shown as text, never as markup. */
export interface Provenance {
  readonly imageUrl: string;
  readonly pageUrl: string;
  readonly frameUrl: string;
  readonly title: string;
  readonly alt: string;
  /** When the person tagged it, in ms since 1970. */
  readonly taggedAt: number;
  readonly way: Way;
  /** HTTP status of the answer that brought the bytes; 0 where none was involved (`data:`, `blob:`). */
  readonly status: number;
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
  /** Undone by the person; the row stays until its destination has let it go too. */
  readonly removed: boolean;
  readonly sync: SyncState;
}
