import { useSignal } from '@preact/signals';
import { type FailureNote, noteOf, toFailure } from '../core/failure.ts';

export interface Action<Args extends readonly unknown[], Value> {
  /** Resolves with what came of it, `undefined` where it failed. Never rejects: the failure is for `failure` to show. */
  readonly run: (...args: Args) => Promise<Value | undefined>;
  readonly busy: boolean;
  readonly failure: FailureNote | undefined;
  readonly dismiss: () => void;
}

/** Something a person starts that takes a moment and may fail: the UI's edge, where failures are caught and shown. */
export function useAction<Args extends readonly unknown[], Value>(
  work: (...args: Args) => Promise<Value>,
): Action<Args, Value> {
  const running = useSignal(0);
  const failure = useSignal<FailureNote | undefined>(undefined);
  const run = async (...args: Args): Promise<Value | undefined> => {
    running.value += 1;
    failure.value = undefined;
    try {
      return await work(...args);
    } catch (error) {
      failure.value = noteOf(toFailure(error));
      return undefined;
    } finally {
      running.value -= 1;
    }
  };
  const dismiss = () => {
    failure.value = undefined;
  };
  return { run, busy: running.value > 0, failure: failure.value, dismiss };
}
