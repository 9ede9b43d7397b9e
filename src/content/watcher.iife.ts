import type { ToWatcher } from '../protocol.ts';
import { predictMenu, seenLast } from './predict.ts';
import { serveAs } from './serve.ts';
import { watchPointer } from './watch-pointer.ts';

/** Runs in every frame once the person has given access: remembers what was under the pointer. Small; the finder does the work. */
serveAs('watcher', (signal) => {
  watchPointer(signal);
  predictMenu(signal);
  const handlers: ToWatcher = { seen: () => ({ at: seenLast(), url: location.href }) };
  return { ...handlers };
});
