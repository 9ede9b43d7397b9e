import type { JsonObject } from './json.ts';
import type { RightsPolicy } from './rights/policy.ts';
import type { Tag } from './tag.ts';

/** How many captures of each tag a project aims for. */
export type Recipe = Readonly<Record<Tag, number>>;

/** Where a project's captures go. The options are parsed by the destination that `id` names. */
export interface DestinationChoice {
  readonly id: string;
  readonly options: JsonObject;
}

/**
 * The person's answer to "do your negatives show none of these labels?" (DESIGN.md, rule 7).
 * It holds for exactly the labels it named: a dataset that gains a label asks again.
 */
export interface Denial {
  readonly labels: readonly string[];
  readonly all: boolean;
}

/** What a model should find, and where its captures go. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly recipe?: Recipe;
  readonly destination: DestinationChoice;
  readonly denial?: Denial;
  /** What to do about images whose makers reserve such use; not said, it is `warn`. */
  readonly rights?: RightsPolicy;
  /** Prescribed by an administrator: shown, not editable. */
  readonly managed: boolean;
  readonly createdAt: number;
}

/** The destination of a project that has chosen none: captures stay in the browser. */
export const KEEP_HERE: DestinationChoice = { id: 'browser', options: {} };

export const DEFAULT_RECIPE: Recipe = { positive: 150, 'context-negative': 30, distractor: 20 };

/** Whether a project still sends exactly there. Choices come out of the same database, so their keys stand in one order. */
export function sendsTo(project: Project | undefined, destination: DestinationChoice): boolean {
  return JSON.stringify(project?.destination) === JSON.stringify(destination);
}

/** Whether captures leave the browser, so that there is a queue. */
export function sendsCaptures(project: Project | undefined): boolean {
  return project !== undefined && project.destination.id !== KEEP_HERE.id;
}
