import type { FaultHandle, FaultSpec } from './fault-spec.ts';
import type { RequestRecord } from './ledger.ts';

/** A fault at work: what the exchange asks of it. */
export interface ActiveFault {
  readonly spec: FaultSpec;
  readonly released: Promise<void>;
  markHeld(record: RequestRecord): void;
}

export interface Faults {
  add(spec: FaultSpec): FaultHandle;
  /** The fault that strikes this request: the oldest that matches and is due. Those after it do not count the request. */
  take(record: RequestRecord, target: string): ActiveFault | null;
  /** Those that still have something to strike. */
  pending(): readonly FaultSpec[];
  clear(): void;
}

interface Entry extends ActiveFault {
  passing: number;
  left: number;
  markHit(record: RequestRecord): void;
}

export function createFaults(): Faults {
  let entries: readonly Entry[] = [];
  const drop = (gone: Entry) => {
    entries = entries.filter((entry) => entry !== gone);
  };
  return {
    add(spec) {
      const { entry, handle } = newFault(spec, () => drop(entry));
      entries = [...entries, entry];
      return handle;
    },
    take(record, target) {
      const struck = entries.find((entry) => matches(entry.spec, record, target) && isDue(entry));
      if (struck === undefined) return null;
      struck.left -= 1;
      if (struck.left <= 0) drop(struck);
      struck.markHit(record);
      return struck;
    },
    pending: () => entries.map(({ spec }) => spec),
    clear: () => {
      entries = [];
    },
  };
}

function newFault(spec: FaultSpec, remove: () => void): { entry: Entry; handle: FaultHandle } {
  const hit = deferred<RequestRecord>();
  const held = deferred<RequestRecord>();
  const released = deferred<void>();
  return {
    entry: {
      spec,
      passing: spec.after ?? 0,
      left: spec.times ?? 1,
      released: released.promise,
      markHit: hit.resolve,
      markHeld: held.resolve,
    },
    handle: { hit: hit.promise, held: held.promise, release: () => released.resolve(), remove },
  };
}

function matches({ method, path, target: wanted }: FaultSpec, { method: came, route }: RequestRecord, target: string) {
  if (route === null || (method !== undefined && method !== came)) return false;
  if (path instanceof RegExp ? !path.test(route) : path !== undefined && path !== route) return false;
  return wanted === undefined || wanted.test(target);
}

/** Counts the request against `after` when it is not. */
function isDue(entry: Entry): boolean {
  if (entry.passing === 0) return true;
  entry.passing -= 1;
  return false;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
