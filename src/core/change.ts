import type { Capture } from './capture.ts';
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

/** Takes a capture back. The row stays until its destination has let it go. */
export function remove(capture: Capture, moment: Moment): Capture {
  return capture.removed ? capture : queueIfNeeded({ ...capture, removed: true }, moment);
}

export function restore(capture: Capture, moment: Moment): Capture {
  return capture.removed ? queueIfNeeded({ ...capture, removed: false }, moment) : capture;
}

/** Takes back the last thing done to a capture: its last re-tag, or, where there was none, the capture itself. */
export function undo(capture: Capture, moment: Moment): Capture {
  const history = capture.history.slice(0, -1);
  const before = history.at(-1);
  if (!before || capture.removed || capture.history.at(-1)?.again) return remove(capture, moment);
  return queueIfNeeded({ ...capture, tag: before.tag, history }, moment);
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
