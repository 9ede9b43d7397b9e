import type { DBSchema } from 'idb';
import type { Capture } from '../core/capture.ts';
import type { FailureNote } from '../core/failure.ts';
import type { Found } from '../core/found.ts';
import type { Preferences } from '../core/preferences.ts';
import type { Project } from '../core/project.ts';
import type { Region } from '../core/region.ts';
import type { SweptState } from '../core/swept.ts';
import type { Tag } from '../core/tag.ts';
import type { Tally } from '../core/tally.ts';

/** How a person pointed at an image: in the menu, with the pointer and a key, in a sweep, as a part, instead of another. */
export type Gesture = 'menu' | 'key' | 'sweep' | 'region' | 'instead';

/** A gesture that has not become a capture yet: what a background that died in between finishes or reports. */
export interface Intent {
  readonly id: string;
  readonly project: string;
  readonly tag: Tag;
  readonly by: Gesture;
  readonly tabId: number;
  readonly frameId: number;
  /** The menu's own word; empty where there was no menu, or it named nothing. */
  readonly srcUrl: string;
  /** Firefox's handle for the element that its menu was opened on. */
  readonly targetElement?: number;
  /** What was found already: nobody has to ask the page again. */
  readonly found?: Found;
  readonly region?: Region;
  /** The capture that this one replaces. */
  readonly instead?: string;
  /** The SHA-256 of the original that it has to look like: it was offered as a larger version of that. */
  readonly like?: string;
  /** The sweep it belongs to, and which of its images it is. Its tries count from 0: only those that were begun. */
  readonly sweep?: string;
  readonly item?: number;
  readonly pageUrl: string;
  /** The frame's own address, by the browser's word: what a `Referer` is made from. */
  readonly frameUrl: string;
  readonly at: number;
  readonly tries: number;
}

/** How one project's queue fares as a whole. */
export interface Drain {
  readonly project: string;
  /** Something was sent whose outcome has not been surveyed yet. */
  readonly owesSurvey: boolean;
  readonly attempts: number;
  readonly retryAt?: number;
  /** Why the destination as a whole is out of reach. */
  readonly failure?: FailureNote;
  /** When everything was last seen to be there. */
  readonly finishedAt?: number;
}

/** A key or session, and the one origin it may go to. */
export interface Secret {
  readonly project: string;
  readonly origin: string;
  readonly value: string;
}

/** The bytes as acquired, stored once under their SHA-256, whichever projects captured them. */
export interface Original {
  readonly sha256: string;
  readonly bytes: Blob;
}

export interface Thumbnail {
  readonly sha256: string;
  readonly picture: Blob;
}

/** An address that showed a captured picture: known again at once, without asking anybody. */
export interface Address {
  readonly project: string;
  readonly url: string;
  readonly sha256: string;
}

/** All images of one page, laid out for a person to pick from, for as long as the layer is open or captures of it are under way. */
export interface Sweep {
  readonly id: string;
  readonly tabId: number;
  /** The one that the person saw named: tags are for that, whichever is chosen meanwhile. */
  readonly project: string;
  readonly pageUrl: string;
  readonly at: number;
  /** Something of it is to be captured yet, or the last word on it was not said. */
  readonly runs: boolean;
}

/** One image of a sweep, as its frame told of it, and what has become of it. */
export interface Swept {
  readonly sweep: string;
  /** A number within the sweep, in the order in which the images were found. */
  readonly item: number;
  readonly frameId: number;
  readonly found: Found;
  readonly state?: SweptState;
  readonly tag?: Tag;
  readonly capture?: string;
  readonly failure?: FailureNote;
  /** When this sweep changed the capture, each in ms since 1970: what its Undo takes back. */
  readonly changes: readonly number[];
}

/** What a person is offered after a gesture, for as long as that is open. */
export interface Offer {
  /** The capture that was made of it; the gesture's own id where a part has to be marked first. */
  readonly id: string;
  /** With what was found. */
  readonly intent: Intent;
  /** What else it may have meant, best first, and larger versions. */
  readonly others: readonly Other[];
  /** Whether the gesture changed the capture: then it is taken back when another is chosen. */
  readonly changed: boolean;
  readonly at: number;
}

export interface Other {
  readonly found: Found;
  /** It is offered as a larger version of the capture: to be believed only if it looks like it. */
  readonly larger?: true;
}

/** Single values: key → type. */
export interface Values {
  collector: string;
  collectorName: string;
  project: string;
  preferences: Partial<Preferences>;
  /** What the "same again" key repeats. */
  lastTag: Tag;
  /** The browser's prompt for access to all sites was refused: it is not shown again unasked. */
  accessRefused: boolean;
  /** What could not be said on a page, for the pop-up to say. */
  notice: { readonly failure: FailureNote; readonly at: number };
  [exportedAt: `exported:${string}`]: number;
}

export interface FoilSchema extends DBSchema {
  projects: { key: string; value: Project };
  captures: {
    key: string;
    value: Capture;
    indexes: {
      identity: [string, string];
      created: [string, number, string];
      due: [string, number];
      leased: [string, number];
      failed: [string, string];
      original: string;
    };
  };
  originals: { key: string; value: Original };
  thumbnails: { key: string; value: Thumbnail };
  tallies: { key: string; value: Tally };
  drains: { key: string; value: Drain };
  secrets: { key: string; value: Secret };
  intents: { key: string; value: Intent };
  values: { key: string; value: Values[keyof Values] };
  addresses: { key: [string, string]; value: Address; indexes: { picture: [string, string] } };
  offers: { key: string; value: Offer };
  sweeps: { key: string; value: Sweep };
  swept: { key: [string, number]; value: Swept };
}
