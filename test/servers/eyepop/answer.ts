/** What a request gets back: a body as JSON, text or a stream of JSON, or none. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly chunks?: Iterable<Buffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a handler that refuses: it has changed nothing. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Errors have no schema (EYEPOP.md), so some come as text and some as JSON, and a client that parses all of them fails.
 */
export function refusalAnswer({ status, message }: Refusal): Answer {
  return [409, 413, 422].includes(status) ? { status, json: { detail: message } } : { status, text: message };
}
