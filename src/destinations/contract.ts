import type { Capture } from '../core/capture.ts';
import type { Checked, Choice } from '../core/connection.ts';
import type { JsonObject } from '../core/json.ts';
import type { Denial } from '../core/project.ts';
import type { Receipt } from '../core/sync.ts';
import type { Tag } from '../core/tag.ts';

/** What a destination says of itself without doing anything. Safe to import anywhere: no fetch, no Preact. */
export interface Meta<Options> {
  /** A key in `_locales`. */
  readonly label: string;
  /** Media types that it takes as they are; of others it is sent a copy as PNG. Absent: it takes all. */
  readonly takes?: readonly string[];
  /** Whether captures leave the browser, so that there is a queue. */
  readonly sends: boolean;
  /**
   * The options it knows, out of a form, a file or a policy.
   *
   * @throws Failure `settings-unreadable` or `address-unsafe`
   */
  parse(options: JsonObject): Options & JsonObject;
  /** Match patterns of the hosts it talks to: the permission to ask for when it is added. */
  hosts(options: Options): readonly string[];
  /** The origin a secret for it is bound to; `undefined` where it needs none. */
  secretOrigin(options: Options): string | undefined;
  /** Where exactly captures go: two projects with the same place share a dataset. */
  place(options: Options): string;
}

/** What a call to a destination is given besides its options. */
export interface Run {
  readonly signal: AbortSignal;
  readonly secret: string | undefined;
  readonly target: string;
  readonly denial: Denial | undefined;
  /** How much of the work on one capture is done, in [0, 1]; 1 need not be said. */
  onProgress?(share: number): void;
}

/** One thing that a destination holds already. */
export interface Held {
  readonly sha256: string;
  /** The tag that whoever brought it said. */
  readonly tag: Tag;
  /** The order of copies: of several, the smallest `(createdAt, receipt.id)` is kept. */
  readonly createdAt: string;
  /** Its tag is what the destination effectively holds it as. */
  readonly receipt: Receipt;
  /** Somebody else has worked on it: it is neither changed nor removed. */
  readonly claimed: boolean;
  /** Why the destination itself will not use it, in a short fact: it is there to be removed, not to be counted on. */
  readonly refused?: string;
}

/** The contract: README.md beside this file. Plain functions over options; every one throws `Failure` and nothing else. */
export interface Destination<Options> {
  upload(capture: Capture, original: Blob, options: Options, run: Run): Promise<Receipt>;
  change(receipt: Receipt, capture: Capture, options: Options, run: Run): Promise<Receipt>;
  remove(receipt: Receipt, options: Options, run: Run): Promise<void>;
  survey(options: Options, run: Run): Promise<readonly Held[]>;
  check(options: Options, run: Run): Promise<Checked>;
  /** The datasets to choose from. */
  choices(options: Options, run: Run): Promise<readonly Choice[]>;
}
