import { expect } from 'vitest';
import { Failure, type FailureKind, noteOf } from '../../src/core/failure.ts';
import type { DestinationChoice } from '../../src/core/project.ts';
import type { Connected } from '../../src/destinations/adapters.ts';
import type { Run } from '../../src/destinations/contract.ts';

/** What a destination can be held to. Data: what it cannot do is not asked of it, and nothing is skipped. */
export interface Capabilities {
  /** Captures leave the browser, to where a stand-in can look at them. */
  readonly sends: boolean;
  /** Has datasets to choose from. */
  readonly lists: boolean;
  /** Writes a negative as one that training counts, and so has to ask about a dataset's other labels. */
  readonly negatives: boolean;
  /** Each way it can be out of order, and what it has to say then. */
  readonly troubles: Readonly<Record<string, FailureKind>>;
}

type Need = Exclude<keyof Capabilities, 'troubles'>;

export const TARGET = 'dog';

/** What a clause wants to find: a dataset of these labels, and one of the troubles. */
interface Scene {
  readonly labels?: readonly string[];
  readonly trouble?: string;
}

/** What training would make of a thing at the destination. */
export type Counted = 'negative' | 'unlabelled' | 'labelled' | 'unusable';

export interface Thing {
  readonly id: string;
  readonly counted: Counted;
  /** How many ground truths it bears: one said twice is seen. */
  readonly truths: number;
}

/** What the stand-in itself says is there, and what other people do to it. */
export interface Shelf {
  things(): readonly Thing[];
  /** The next of these requests is worked on, and its answer never comes. */
  loseAnswer(to: 'upload' | 'change' | 'remove'): void;
  /** Somebody else labels a thing. */
  label(id: string): void;
  /** Somebody else deletes a thing. */
  takeAway(id: string): void;
  /** Somebody else brings something that has nothing to do with Foil. */
  bringForeign(): void;
}

/** One destination, connected to its stand-in. */
export interface Site {
  readonly choice: DestinationChoice;
  readonly destination: Connected;
  /** A run as the drain makes one; the same signal means the same run. */
  run(changes?: Partial<Run>): Run;
  /** What must stand in no failure. */
  readonly secrets: readonly string[];
  readonly shelf?: Shelf;
  /** Requests that reached a host which nobody has configured. */
  overheard(): readonly string[];
  close(): Promise<void>;
}

export type MakeSite = (scene: Scene) => Promise<Site>;

/** One promise of the contract. */
export interface Clause {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly scene?: Scene;
  keep(site: Site): Promise<void>;
}

/** The stand-in's own view, which a destination that sends has to have. */
export function shelfOf({ shelf }: Site): Shelf {
  if (!shelf) throw new Error('a destination that sends needs a stand-in that can be looked at');
  return shelf;
}

/** What a call fails with: a `Failure`, and nothing in it that is not for everybody's eyes. */
export async function failureOf(call: Promise<unknown>, secrets: readonly string[] = []): Promise<Failure> {
  const error = await call.then(
    (value) => new Error(`succeeded with ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error('no Failure', { cause: error });
  const said = `${error} ${error.message} ${JSON.stringify(noteOf(error))}`;
  for (const secret of secrets) expect(said).not.toContain(secret);
  // No address, no query, nothing of a body.
  expect(said).not.toMatch(/Bearer|:\/\/|\?\w|[<>{[]\w|Sign in/);
  return error;
}
