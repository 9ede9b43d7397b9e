import type { Checked, Choice } from './core/connection.ts';
import type { Found } from './core/found.ts';
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

/** Background → content script of one frame. */
export interface ToFrame {
  /** The image that shows the menu's own `srcUrl`; for a live click, else the one that was right-clicked last. */
  find(srcUrl: string, live: boolean): Found | undefined;
  /**
   * Bytes of `url` from `offset` on; offset 0 fetches, the last part lets go. The probe tells whether messages carry
   * binary data: it arrives as it was sent then (Firefox, and Chromium with structured cloning).
   */
  read(url: string, offset: number, probe: Uint8Array): Promise<Part>;
}

/** What the word on the page shows. Words come ready in the person's language. */
export interface Word {
  readonly tone: Tag | 'removed' | 'problem';
  readonly text: string;
  readonly detail: string;
  /** Present when there is something to take back. */
  readonly undo?: { readonly capture: string; readonly label: string };
  readonly close: string;
}

/** Background → the word in the page's top frame. */
export interface ToWord {
  say(word: Word): void;
}

/** Content script → background. Untrusted: arguments are parsed, never believed. */
export interface FromPage {
  undo(capture: string): Promise<Word>;
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
}
