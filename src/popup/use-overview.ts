import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { sendsCaptures } from '../core/project.ts';
import { onNews } from '../platform/changes.ts';
import { ask } from '../platform/messaging.ts';
import { useLive } from '../ui/live.ts';
import { type Overview, readOverview } from './overview.ts';
import type { Progress } from './queue-state.ts';

/** @param count how many of the newest captures to read */
export function useOverview(count: number) {
  return useLive(
    () => readOverview(count),
    ({ what }) => what !== 'access',
    [count],
  ).value;
}

/**
 * How far the running drain is, from its news; `undefined` while none is known of. `expect` bridges the time from
 * "Sync now" to the first of them.
 */
export function useProgress(overview: Overview | undefined) {
  const project = overview?.project.id;
  const done = useSignal<number | undefined>(undefined);
  const total = useRef<number | undefined>(undefined);
  // Summed up once a run: later on, what is brought or half done but not noted yet counts among those that wait as well.
  if (done.value === undefined) total.current = undefined;
  else total.current ??= Math.floor(done.value) + (overview?.tally.waiting ?? 0);
  useEffect(() => {
    const ending = new AbortController();
    done.value = undefined;
    onNews((news) => {
      if (news.what === 'drain' && news.project === project) done.value = news.done;
    }, ending.signal);
    return () => ending.abort();
  }, [project]);
  const expect = () => {
    done.value ??= 0;
  };
  const forget = () => {
    done.value = undefined;
  };
  return { progress: progressOf(done.value, total.current), expect, forget };
}

function progressOf(done: number | undefined, total: number | undefined): Progress | undefined {
  return done === undefined || total === undefined ? undefined : { done: Math.min(done, total), total };
}

/** How many captures the destination was never offered. Counted once the queue is at rest, since it walks through all. */
export function useUnsent(overview: Overview | undefined) {
  const unsent = useSignal<number | undefined>(undefined);
  const resting = sendsCaptures(overview?.project) && overview?.tally.waiting === 0;
  const project = overview?.project.id;
  useEffect(() => {
    let left = false;
    unsent.value = undefined;
    const count = async (id: string) => {
      // Silent where it fails: it is an offer, and everything else asks the background too.
      const found = await ask('unsent', id).catch(() => undefined);
      if (!left) unsent.value = found;
    };
    if (resting && project !== undefined) void count(project);
    return () => {
      left = true;
    };
  }, [project, resting]);
  return unsent.value;
}
