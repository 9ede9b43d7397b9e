import type { Capture, Tagged } from './capture.ts';
import { isSameRegion, type Region } from './region.ts';
import { enqueue, nextStep } from './sync.ts';
import type { Tag } from './tag.ts';

/** What a person may do to a capture. `sends` says whether its project has a destination beyond the browser. */
export interface Moment {
  readonly now: number;
  readonly sends: boolean;
}

export function retag(capture: Capture, tag: Tag, moment: Moment): Capture {
  if (capture.tag === tag && !capture.removed) return capture;
  const said = { tag, at: moment.now, ...(capture.removed ? { again: true as const } : {}) };
  return queueIfNeeded({ ...capture, tag, history: [...capture.history, said], removed: false }, moment);
}

/**
 * What a new gesture makes of a picture that the project has already: another tag, one more part, or back again.
 *
 * @returns the same capture where that says nothing new
 */
export function sayAgain(before: Capture, fresh: Capture, moment: Moment): Capture {
  const added = (fresh.regions ?? []).filter((region) => !before.regions?.some((known) => isSameRegion(known, region)));
  const part = added.length > 0 && !before.removed;
  const instead = fresh.history.at(-1)?.instead;
  const replaces = instead !== undefined && instead !== before.id;
  if (!before.removed && before.tag === fresh.tag && !part && !replaces) return before;
  const said: Tagged = {
    tag: fresh.tag,
    at: moment.now,
    ...(before.removed && { again: true }),
    ...(part && { part }),
    ...(replaces && { instead }),
  };
  const regions = before.removed ? (fresh.regions ?? []) : [...(before.regions ?? []), ...added];
  const history = [...before.history, said];
  return queueIfNeeded({ ...withRegions(before, regions), tag: fresh.tag, history, removed: false }, moment);
}

function withRegions({ regions: _, ...capture }: Capture, regions: readonly Region[]): Capture {
  return regions.length > 0 ? { ...capture, regions } : capture;
}

/** Takes a capture back. The row stays until its destination has let it go. */
export function remove(capture: Capture, moment: Moment): Capture {
  return capture.removed ? capture : queueIfNeeded({ ...capture, removed: true }, moment);
}

export function restore(capture: Capture, moment: Moment): Capture {
  return capture.removed ? queueIfNeeded({ ...capture, removed: false }, moment) : capture;
}

/** Takes back the last thing done to a capture: its last re-tag or part, or, where there was none, the capture itself. */
export function undo(capture: Capture, moment: Moment): Capture {
  const history = capture.history.slice(0, -1);
  const before = history.at(-1);
  const last = capture.history.at(-1);
  if (!before || capture.removed || last?.again) return remove(capture, moment);
  const regions = capture.regions ?? [];
  const left = withRegions(capture, last?.part ? regions.slice(0, -1) : regions);
  return queueIfNeeded({ ...left, tag: before.tag, history }, moment);
}

/** What another capture had taken the place of is there again, as it was tagged then. */
export function bringBack(capture: Capture, tag: Tag, moment: Moment): Capture {
  return capture.removed ? restore(capture, moment) : retag(capture, tag, moment);
}

/** Takes back what was done to a capture at these times, in ms since 1970, for as long as nothing was done to it since. */
export function undoSince(capture: Capture, times: readonly number[], moment: Moment): Capture {
  const last = capture.history.at(-1)?.at;
  if (capture.removed || last === undefined || !times.includes(last)) return capture;
  return undoSince(undo(capture, moment), times, moment);
}

/** What was never sent can be put back this long, in ms, after it was taken back; then its bytes are deleted. */
export const PUT_BACK = 10 * 60_000;

/** The queue holds whatever its destination does not have yet; a removal passes through it in any case. */
export function queueIfNeeded(capture: Capture, { now, sends }: Moment): Capture {
  if (capture.sync.lease) return capture;
  const step = nextStep(capture);
  if (step === 'forget') return enqueue(capture, now + PUT_BACK);
  if (capture.removed || (sends && step !== 'none')) return enqueue(capture, now);
  const { dueAt: _, failure: __, ...sync } = capture.sync;
  return { ...capture, sync };
}
