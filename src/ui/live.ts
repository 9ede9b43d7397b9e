import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type News, onNews } from '../platform/changes.ts';

/**
 * A value out of the database that follows it: read now, and again after each piece of news that concerns it.
 * `undefined` until it was first read. Reads do not overlap; news during one causes one more.
 *
 * @throws while rendering, what a read failed with: the page's Boundary says it
 */
export function useLive<Value>(
  read: () => Promise<Value>,
  concerns: (news: News) => boolean,
  deps: readonly unknown[],
): Signal<Value | undefined> {
  const value = useSignal<Value | undefined>(undefined);
  const broken = useSignal<{ readonly error: unknown } | undefined>(undefined);
  if (broken.value) throw broken.value.error;
  useEffect(() => {
    const ending = new AbortController();
    const refresh = oneAtATime(async () => {
      const outcome = await read().then(
        (next) => () => {
          value.value = next;
        },
        (error: unknown) => () => {
          broken.value = { error };
        },
      );
      if (!ending.signal.aborted) outcome();
    });
    onNews((news) => concerns(news) && refresh(), ending.signal);
    refresh();
    return () => ending.abort();
  }, deps);
  return value;
}

function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}
