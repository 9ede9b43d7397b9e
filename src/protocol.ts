import type { Checked, Choice } from './core/connection.ts';
import type { Found } from './core/found.ts';
import type { Preference, Preferences } from './core/preferences.ts';
import type { Denial, DestinationChoice, Project, Recipe } from './core/project.ts';
import type { SettingsChange } from './core/settings.ts';
import type { Tag } from './core/tag.ts';

/** One part of an image's bytes, read in the page's own frame. */
export interface Part {
  readonly status: number;
  /** Of the whole image, in bytes. */
  readonly total: number;
  /** All of it, a Blob, where the browser's messages can carry one; otherwise as much as fits, in base64. */
  readonly bytes?: unknown;
  readonly base64?: string;
}

/** What of an image is wanted: its address, the same with the page's cookies while a rule opens it, or the pixels shown. */
export type Wanted =
  | { readonly from: 'address' | 'opened'; readonly url: string }
  | { readonly from: 'pixels'; readonly key: string };

/** How a person pointed, and what the browser says of it. */
export interface Pointed {
  /** The menu's own address, or empty. */
  readonly srcUrl: string;
  /** Whether the gesture was made just now: what was under the pointer then still counts. */
  readonly live: boolean;
  /** Firefox's `targetElementId`. */
  readonly targetElement?: number;
}

/** Where something stands, in CSS pixels of the top frame's viewport; `visible` in shares of its own area. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels for each CSS pixel. */
  readonly scale: number;
}

/** Background → the finder of one frame. */
export interface ToFrame {
  /** The images that the person may have meant, best first. */
  find(pointed: Pointed): readonly Found[];
  /** All images of the frame, the shorter side `least` CSS pixels or more. */
  list(least: number): readonly Found[];
  /**
   * Bytes from `offset` on; offset 0 fetches or draws, the last part lets go. The probe tells whether messages carry
   * binary data: it arrives as it was sent then (Firefox, and Chromium with structured cloning).
   */
  read(wanted: Wanted, offset: number, probe: Uint8Array): Promise<Part>;
  /** What the page shows there, as 16 × 16 grey values from 0 to 255; nothing where the pixels may not be read. */
  look(key: string): readonly number[] | undefined;
  /** Where it stands now; nothing where it cannot be seen whole. */
  place(key: string): Place | undefined;
}

/** What the word on the page shows. Words come ready in the person's language. */
export interface Word {
  readonly tone: Tag | 'removed' | 'problem';
  readonly text: string;
  readonly detail: string;
  /** Present when there is something to take back. */
  readonly undo?: { readonly capture: string; readonly label: string };
  /** Other images that may have been meant, and larger versions: `index` names one of the capture's offer. */
  readonly choices?: readonly { readonly capture: string; readonly index: number; readonly label: string }[];
  readonly close: string;
}

/** Background → the word in the page's top frame. */
export interface ToWord {
  say(word: Word): void;
}

/** Content script → background. Untrusted: arguments are parsed, never believed. */
export interface FromPage {
  undo(capture: string): Promise<Word>;
  /** Takes another image of the capture's offer instead. The word on it follows by itself. */
  choose(capture: string, index: number): Promise<void>;
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
  readonly secret?: string;
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
  setPreference<Key extends Preference>(key: Key, value: Preferences[Key]): Promise<void>;
}
