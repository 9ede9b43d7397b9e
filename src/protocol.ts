import type { Outcome } from './core/capture.ts';
import type { Checked, Choice } from './core/connection.ts';
import type { Found } from './core/found.ts';
import type { Preference, Preferences } from './core/preferences.ts';
import type { Denial, DestinationChoice, Project, Recipe } from './core/project.ts';
import type { Rect } from './core/rect.ts';
import type { Region } from './core/region.ts';
import type { RightsPolicy } from './core/rights/policy.ts';
import type { RightsSignal } from './core/rights/signal.ts';
import type { SettingsChange } from './core/settings.ts';
import type { SweptState } from './core/swept.ts';
import type { Tag } from './core/tag.ts';

/** One part of an image's bytes, read in the page's own frame. */
export interface Part {
  readonly status: number;
  /** Of the whole image, in bytes. */
  readonly total: number;
  /** All of it, a Blob, where the browser's messages can carry one; otherwise as much as fits, in base64. */
  readonly bytes?: unknown;
  readonly base64?: string;
  /** The answer was meant for one request or one person. */
  readonly fleeting?: boolean;
  /** What the answer's headers say of the image's rights, as far as the frame may read them. */
  readonly rights: readonly RightsSignal[];
}

/** An element as the finder named it, and the address it showed then: what shows another by now is not it any more. */
export interface Subject {
  readonly key: string;
  readonly url: string;
}

/** What of an image is wanted: its address, what an opened request for it brings, or the pixels shown. */
export type Wanted =
  | { readonly from: 'address' | 'opened'; readonly url: string }
  | ({ readonly from: 'pixels' } & Subject);

/** How a person pointed, and what the browser says of it. */
export interface Pointed {
  /** A menu was opened where the person pointed; a key means where the pointer is. */
  readonly by: 'menu' | 'key';
  /** The menu's own address, or empty. */
  readonly srcUrl: string;
  /** Whether the gesture was made just now: what was under the pointer then still counts. */
  readonly live: boolean;
  /** Firefox's `targetElementId`. */
  readonly targetElement?: number;
}

/** Where an image is seen in its frame's viewport, in CSS pixels: what of it is neither scrolled nor cut away. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Which part of the image that is. */
  readonly part: Region;
  /** All that its element shows of it is seen, and nothing lies on it. */
  readonly whole: boolean;
  /** What is seen are the image's own pixels, scaled at most: nothing translucent, rotated, rounded, filtered or moving. */
  readonly plain: boolean;
}

/** A frame's viewport. */
export interface View {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels for each CSS pixel. */
  readonly scale: number;
  /** Where it lies, in CSS pixels of the top frame's viewport, where that can be known. */
  readonly x?: number;
  readonly y?: number;
  /** Otherwise: whether a frame of the top one holds it. */
  readonly isInTop?: boolean;
  /** Where it lies on the screen, where a pointer was in it; in pixels of a page that is not zoomed. */
  readonly screen?: { readonly x: number; readonly y: number };
  /** Of the top frame: where its frames show what they hold. */
  readonly frames?: readonly Rect[];
  /** Of the frame's document; `null` for one that is nobody's. */
  readonly origin: string;
}

/** Background → the watcher of one frame. */
export interface ToWatcher {
  /** When the pointer was last here, in ms since 1970; 1 where it is but nobody watched, 0 where it is not. And where that is. */
  seen(): { readonly at: number; readonly url: string };
}

/** Background → the finder of one frame. */
export interface ToFrame {
  /** The images that the person may have meant, best first. */
  find(pointed: Pointed): readonly Found[];
  /** All images of the frame, the shorter side `least` CSS pixels or more, in document order. */
  list(least: number): Promise<readonly Found[]>;
  /**
   * Bytes from `offset` on; offset 0 fetches or draws, the last part lets go. The probe tells whether messages carry
   * binary data: it arrives as it was sent then (Firefox, and Chromium with structured cloning).
   */
  read(wanted: Wanted, offset: number, probe: Uint8Array): Promise<Part>;
  /** Begins a request with the page's cookies, while a rule opens the address. Settles when the rule is not needed any more. */
  open(url: string, referrerPolicy: string): Promise<void>;
  /** What the page shows there, as 16 × 16 grey values from 0 to 255; nothing where the pixels may not be read. */
  look(subject: Subject): readonly number[] | undefined;
  /** Nothing where it is not seen. */
  place(subject: Subject): Place | undefined;
  view(): View;
  /** Puts away what Foil itself draws in this frame, for a picture of the tab, or brings it back. Settles when it is drawn so. */
  putAway(away: boolean): Promise<void>;
}

/** Another image that may have been meant, or a larger version of the one that was captured. */
export interface WordChoice {
  readonly capture: string;
  /** Which one of the capture's offer. */
  readonly index: number;
  /** Short, shown: its size. */
  readonly label: string;
  /** Shown smaller: what it is called. */
  readonly detail: string;
  /** What the button is called for those who do not see it. */
  readonly name: string;
  /** Names the element in the top frame's finder that can be drawn small beside it; empty where there is none. */
  readonly key: string;
}

/** Of our words, which may run otherwise than the page's. */
export interface Language {
  readonly lang: string;
  readonly dir: string;
}

/** What the word on the page shows. Words come ready in the person's language. */
export interface Word {
  readonly language: Language;
  readonly tone: Tag | 'removed' | 'problem';
  readonly text: string;
  readonly detail: string;
  /** What a person should know of the image that was saved, in one line. */
  readonly note?: string;
  /** Present when there is something to take back. */
  readonly undo?: { readonly capture: string; readonly label: string };
  /** Other images that may have been meant. */
  readonly choices?: {
    readonly label: string;
    readonly list: readonly WordChoice[];
    /** Whether they are shown at once: it is doubtful which one was meant. Otherwise a button shows them. */
    readonly open: boolean;
  };
  /** Present when a part of it can be marked. */
  readonly part?: { readonly capture: string; readonly label: string };
  /** What several captures in a row are called; `#` stands for their number. */
  readonly many?: string;
  readonly close: string;
  /** Said when a button has no answer any more: Foil was updated, or is gone. */
  readonly lost: string;
}

/** Background → the document that nobody sees, for what a worker cannot do. */
export interface ToOffscreen {
  /** An SVG in a `data:` address, drawn in this many pixels: a PNG in another. */
  rasterise(svg: string, width: number, height: number): Promise<string>;
}

/** Background → the word in the page's top frame. */
export interface ToWord {
  say(word: Word): void;
  /** Adds a larger version to the word, if that still stands for this capture. */
  offer(larger: WordChoice): void;
}

/** What the overlay needs for a part of an image to be marked. */
export interface Marking {
  /** What to hand back with the part. */
  readonly offer: string;
  /** The element, as its finder named it, and the address that it showed then. */
  readonly key: string;
  readonly url: string;
  /** The image's, where an element does not say it; 0 where it is not known. */
  readonly width: number;
  readonly height: number;
  /** The tag that Enter gives. */
  readonly tag: Tag;
  readonly tags: readonly { readonly tag: Tag; readonly label: string }[];
  readonly language: Language;
  readonly words: { readonly title: string; readonly hint: string; readonly cancel: string; readonly failed: string };
}

/** Background → the overlay in the image's own frame. */
export interface ToRegion {
  /**
   * Opens the overlay.
   *
   * @returns of a video, which stands still from now on: seconds from its beginning
   * @throws `part-impossible` where it cannot be told what of the image is where
   */
  mark(marking: Marking): number | undefined;
}

/** An image of the page, as a sweep shows it. */
export interface SweepItem {
  readonly id: number;
  /** Names the element in the top frame that can be drawn; empty where there is none. */
  readonly key: string;
  /** Where else its picture can be shown from; empty where that would tell the page what a frame of another site shows. */
  readonly url: string;
  readonly referrerPolicy: string;
  /** Natural size in CSS pixels, 0 where unknown. */
  readonly width: number;
  readonly height: number;
  /** What it is called, and which host it lies on: for those who do not see it, and where it cannot be shown. */
  readonly name: string;
  readonly host: string;
  /** The tag under which the project has it already. */
  readonly mine?: Tag;
  readonly news: SweepNews;
}

/** How an image of a sweep fares; without a state nothing is done about it. */
export interface SweepNews {
  readonly id: number;
  readonly state?: SweptState | 'running';
  readonly tag?: Tag;
  /** Why it failed. */
  readonly why?: string;
}

export interface SweepTold {
  readonly sweep: string;
  readonly news: readonly SweepNews[];
  readonly done: number;
  readonly total: number;
  /** Present when nothing of it is under way any more. */
  readonly ended?: SweepEnd;
}

/** What a sweep came to. */
export interface SweepEnd {
  readonly text: string;
  readonly details: readonly string[];
  /** Present when there is something to take back. */
  readonly undo?: string;
}

/** In the person's language; `#` stands for a number, `##` for the one it is out of. */
export interface SweepWords {
  readonly title: string;
  readonly detail: string;
  readonly looking: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly images: string;
  readonly image: string;
  readonly selected: string;
  readonly least: string;
  readonly all: string;
  readonly none: string;
  readonly scroll: string;
  readonly scrolling: string;
  readonly stop: string;
  readonly hint: string;
  readonly pickFirst: string;
  readonly progress: string;
  readonly cancel: string;
  readonly close: string;
  readonly mine: string;
  readonly states: Readonly<Record<SweptState | 'running', string>>;
  readonly failed: string;
}

export interface SweepOpening {
  readonly sweep: string;
  readonly language: Language;
  /** The shorter side at least, in CSS pixels. */
  readonly least: number;
  readonly tags: readonly { readonly tag: Tag; readonly label: string }[];
  readonly words: SweepWords;
}

/** Background → the sweep in the top frame. */
export interface ToSweep {
  /** @returns false where one is open already */
  openSweep(opening: SweepOpening): boolean;
  /** @returns whether that sweep is open still, and shows it */
  sweepTold(told: SweepTold): boolean;
}

/** Background → the rings of every frame of a tab. */
export interface ToRings {
  /** What is captured, or the project chosen, has changed. */
  ringsChanged(): void;
  leaveRings(): void;
}

/** What a page shows: its address of the web, if it has one, and its bytes, where they were read. */
export interface Shown {
  readonly url?: string;
  readonly sha256?: string;
}

/** Content script → background. Untrusted: arguments are parsed, never believed. */
export interface FromPage {
  undo(capture: string): Promise<Word>;
  /** The pointer came to rest where an image may be that the browser's own menu does not see, or left it. */
  pointed(atImage: boolean): Promise<void>;
  /** Takes another image of the capture's offer instead. The word on it follows by itself. */
  choose(capture: string, index: number): Promise<void>;
  /** Opens the overlay on the image of a capture. */
  mark(capture: string): Promise<void>;
  /** The tags under which the chosen project has what a page shows, each in its place. */
  known(shown: readonly Shown[]): Promise<readonly (Tag | null)[]>;
  /** The SHA-256 of bytes, for pages without `crypto.subtle`: those that came by plain http. */
  hash(bytes: Uint8Array): Promise<string>;
  /** Lists the images of the page (again), the shorter side `least` CSS pixels or more, which is remembered. */
  sweepAgain(sweep: string, least: number): Promise<readonly SweepItem[]>;
  /** Tags images of a sweep. Answers when that is noted for good; what becomes of each is told as it goes. */
  sweepTag(sweep: string, tag: Tag, items: readonly number[]): Promise<void>;
  /** Drops what of a sweep is not under way yet. */
  sweepCancel(sweep: string): Promise<void>;
  /** Takes back all that a sweep captured. */
  sweepUndo(sweep: string): Promise<void>;
  /** The layer was closed. What was tagged is captured all the same, and a word says so. */
  sweepLeave(sweep: string): Promise<void>;
  /**
   * A part was marked, in answer to an offer; none, where the image went away or became another one before that. The word on it
   * follows by itself.
   */
  part(offer: string, region: Region | undefined, tag: Tag): Promise<void>;
}

/** What a person typed for a destination, before or without saving it. */
export interface Draft {
  readonly project?: string;
  readonly destination: DestinationChoice;
  readonly target: string;
  /** A key or session typed just now; otherwise the one kept for this project and origin is used. */
  readonly secret?: string;
}

export interface ProjectDraft {
  readonly id?: string;
  readonly name: string;
  readonly target: string;
  readonly destination: DestinationChoice;
  readonly recipe?: Recipe;
  readonly denial?: Denial;
  readonly rights?: RightsPolicy;
  readonly secret?: string;
}

/** A picture that a person pasted or dropped into a page of ours: its bytes, where it lies on the web, or both. */
export interface Given {
  readonly name: string;
  /** A `blob:` address of our own origin, which the page keeps until the answer. */
  readonly blob?: string;
  readonly address?: string;
  readonly alt: string;
  readonly linkUrl: string;
}

export interface Kept {
  readonly outcome: Outcome;
  readonly capture: string;
}

/** Pages of ours → background, the one writer. */
export interface FromUi {
  retag(captures: readonly string[], tag: Tag): Promise<void>;
  remove(captures: readonly string[]): Promise<void>;
  restore(captures: readonly string[]): Promise<void>;
  /** Puts everything of a project that failed back into the queue. */
  retry(project: string): Promise<void>;
  sync(project: string): Promise<void>;
  saveProject(draft: ProjectDraft): Promise<Project>;
  removeProject(project: string): Promise<void>;
  selectProject(project: string): Promise<void>;
  forgetSecret(project: string): Promise<void>;
  check(draft: Draft): Promise<Checked>;
  choices(draft: Draft): Promise<readonly Choice[]>;
  /** How many captures a project has that its destination was never offered. */
  unsent(project: string): Promise<number>;
  sendAll(project: string): Promise<number>;
  exported(project: string): Promise<void>;
  /** What a settings file (parsed JSON, not believed yet) would change; nothing is changed. */
  previewSettings(settings: unknown): Promise<readonly SettingsChange[]>;
  importSettings(settings: unknown): Promise<void>;
  /** The browser's prompt for access to all sites was answered, or access withdrawn, on a page of ours. */
  accessChanged(granted: boolean): Promise<void>;
  dismissNotice(): Promise<void>;
  /** A picture that the person pasted or dropped. */
  captureGiven(project: string, tag: Tag, given: Given): Promise<Kept>;
  setPreference<Key extends Preference>(key: Key, value: Preferences[Key]): Promise<void>;
}
