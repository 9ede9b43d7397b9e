/** Thrown where an exchange stood still when the server closed. */
export class ServerClosed extends Error {
  override readonly name = 'ServerClosed';
}

export interface Closing {
  /** Rejects with `ServerClosed`; never resolves. */
  readonly closed: Promise<never>;
  close(): void;
}

export function createClosing(): Closing {
  let close: () => void = () => undefined;
  const closed = new Promise<never>((_, reject) => {
    close = () => reject(new ServerClosed('the stand-in was closed'));
  });
  // Nobody may be waiting: that is no unhandled rejection.
  closed.catch(() => undefined);
  return { closed, close };
}
