import type { RequestRecord } from './ledger.ts';
import type { RouteName } from './route-name.ts';

/** Where a connection is cut: before the work was done, after it without an answer, or in the middle of the answer. */
export type Cut = 'before' | 'after' | 'mid-answer';

/**
 * What a fault answers: JSON or text as given, a page of HTML (a captive portal, a proxy), an array of `HUGE_BYTES`,
 * or white space without end.
 */
export type FaultBody = { readonly json: unknown } | { readonly text: string } | 'html' | 'huge-json' | 'endless';

/** Which requests go wrong, and how. */
export interface FaultSpec {
  /** Any method when left out. */
  readonly method?: string;
  /** The name of the route, or what it must match. Any when left out. */
  readonly path?: RouteName | RegExp;
  /** Must match the path and query as they came, e.g. one asset's uuid or `external_id`. */
  readonly target?: RegExp;
  /** How many requests it strikes: 1 when left out, `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests it lets pass first. */
  readonly after?: number;

  /** Answers this instead of doing the work. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: FaultBody;
  /** With `status` or `body`: does the work first all the same, as a gateway that gives up waiting. */
  readonly work?: boolean;
  /** Waits before or after the work for `release()`. Once released the work goes on even if the client is gone. */
  readonly hold?: 'before' | 'after';
  /** Waits so long, in ms, after the work and before the answer. */
  readonly delayMs?: number;
  readonly cut?: Cut;
}

export interface FaultHandle {
  /** Resolves when the fault first strikes: the whole request is there, nothing is done yet. */
  readonly hit: Promise<RequestRecord>;
  /** Resolves when a request first stands still in `hold`; with `hold: 'after'` its work is done. */
  readonly held: Promise<RequestRecord>;
  /** Lets go of what is held, now and later. */
  release(): void;
  /** Strikes no more; what it holds stays held. */
  remove(): void;
}
