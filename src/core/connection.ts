import type { FailureNote } from './failure.ts';

/** What "Test connection" found. */
export type Checked =
  | {
      readonly ok: true;
      readonly name: string;
      readonly labels: readonly string[];
      /** Labels that a negative would deny besides the target: the person is asked about them. */
      readonly question: readonly string[];
      /** Where a person goes on. */
      readonly link?: string;
    }
  | { readonly ok: false; readonly failure: FailureNote };

/** One dataset to choose from. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Images in it, where the destination says. */
  readonly size?: number;
}
