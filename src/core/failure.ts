/** Who has to wait when something fails: one capture, or everything that goes to the same destination. */
type Scope = 'capture' | 'destination';

interface Rule {
  readonly scope: Scope;
  /** Whether the same thing can succeed later without anybody doing anything. */
  readonly retry: boolean;
}

const once = { scope: 'capture', retry: false } as const;
const again = { scope: 'capture', retry: true } as const;
const stop = { scope: 'destination', retry: false } as const;
const wait = { scope: 'destination', retry: true } as const;

/** Every way to fail. The words and the remedy of each stand in `_locales` as `failure_<kind>` and `remedy_<kind>`. */
export const FAILURES = {
  // finding an image and getting its bytes
  'page-closed': once,
  'page-protected': once,
  'image-not-found': once,
  'access-refused': once,
  'access-unasked': once,
  'nothing-to-repeat': once,
  'image-forbidden': once,
  'image-missing': once,
  'image-host-failed': once,
  'image-unreachable': once,
  'image-too-slow': once,
  'image-endless': once,
  'not-an-image': once,
  'image-differs': once,
  'image-truncated': once,
  'image-undecodable': once,
  'image-too-large': once,
  'image-too-many-pixels': once,
  'part-impossible': once,
  'image-changed': once,
  'other-picture': once,
  'offer-too-late': once,
  interrupted: once,
  'project-gone': once,
  'rights-reserved': once,
  // the browser
  'storage-full': once,
  'storage-broken': once,
  'no-reply': once,
  'settings-unreadable': once,
  'name-taken': once,
  'undo-too-late': once,
  managed: once,
  'project-in-use': once,
  internal: again,
  // a destination, one capture
  refused: once,
  'negative-unanswered': once,
  'original-missing': once,
  gone: once,
  'labelled-by-others': once,
  'tagged-otherwise': once,
  'not-confirmed': again,
  // a destination: one capture to begin with, all of it when several in a row meet the same
  unreachable: again,
  'timed-out': again,
  'server-failed': again,
  'unexpected-answer': again,
  // a destination, all of it
  offline: wait,
  busy: wait,
  'key-missing': stop,
  'key-refused': stop,
  'session-ended': stop,
  forbidden: stop,
  'dataset-missing': stop,
  'dataset-unchosen': stop,
  'negative-form-unknown': stop,
  'host-access-missing': stop,
  'address-unsafe': stop,
  'destination-unknown': stop,
} as const satisfies Record<string, Rule>;

export type FailureKind = keyof typeof FAILURES;

export function isFailureKind(value: unknown): value is FailureKind {
  return typeof value === 'string' && Object.hasOwn(FAILURES, value);
}

export interface FailureDetails {
  readonly cause?: unknown;
  /** What a server asked us to wait, in ms. */
  readonly retryAfter?: number;
  /** An HTTP status or another short fact; never a body, a query or a secret. */
  readonly fact?: string;
}

/** The one error class: a closed kind that the person's words are made from. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly retryAfter: number | undefined;
  readonly fact: string | undefined;

  constructor(kind: FailureKind, details: FailureDetails = {}) {
    super(details.fact === undefined ? kind : `${kind} (${details.fact})`, { cause: details.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.retryAfter = details.retryAfter;
    this.fact = details.fact;
  }
}

/** What is kept and sent of a failure: no stack, no cause. */
export interface FailureNote {
  readonly kind: FailureKind;
  readonly fact?: string;
}

export function toFailure(error: unknown, otherwise: FailureKind = 'internal'): Failure {
  return error instanceof Failure ? error : new Failure(otherwise, { cause: error });
}

export function noteOf(failure: Failure): FailureNote {
  return failure.fact === undefined ? { kind: failure.kind } : { kind: failure.kind, fact: failure.fact };
}

export function stopsDestination(kind: FailureKind): boolean {
  return FAILURES[kind].scope === 'destination';
}

export function canSucceedLater(kind: FailureKind): boolean {
  return FAILURES[kind].retry;
}

/** Failures after which the destination may have the thing all the same: its answer, not the request, may be what was lost. */
const DOUBTFUL: readonly FailureKind[] = [
  'unreachable',
  'timed-out',
  'server-failed',
  'unexpected-answer',
  'not-confirmed',
  'internal',
];

export function mayHaveArrived(kind: FailureKind): boolean {
  return DOUBTFUL.includes(kind);
}
