import type { ComponentType } from 'preact';
import type { Choice } from '../core/connection.ts';
import type { FailureNote } from '../core/failure.ts';
import type { JsonObject } from '../core/json.ts';
import { BrowserOptions } from './browser/Options.tsx';
import { EyePopOptions } from './eyepop/Options.tsx';
import type { DestinationId } from './metas.ts';

/** A key or session: what was typed just now, and whether one is kept for the very origin the options name. */
export interface SecretForm {
  readonly typed: string;
  readonly kept: boolean;
  /** The one origin it is sent to; `undefined` while the options are unusable. */
  readonly origin: string | undefined;
  readonly onType: (secret: string) => void;
  readonly onForget: () => void;
}

/** The datasets to choose from; `list` is `undefined` until they were asked for. */
export interface ChoicesForm {
  readonly list: readonly Choice[] | undefined;
  readonly busy: boolean;
  readonly failure: FailureNote | undefined;
  /** Asks with these options: which dataset is chosen should not matter to it. */
  readonly onLoad: (options: JsonObject) => void;
}

export interface DestinationFormProps {
  /** Prescribed: all but the secret is shown and cannot be changed. */
  readonly locked: boolean;
  /** As typed: not parsed yet. */
  readonly options: JsonObject;
  readonly onOptions: (options: JsonObject) => void;
  /** Why the options cannot be used as they are. */
  readonly failure: FailureNote | undefined;
  readonly secret: SecretForm;
  readonly choices: ChoicesForm;
  /** Of the project; `undefined` while it is new. */
  readonly project: string | undefined;
}

/** What Options shows for each destination. */
export const FORMS = {
  browser: BrowserOptions,
  eyepop: EyePopOptions,
} satisfies Record<DestinationId, ComponentType<DestinationFormProps>>;
