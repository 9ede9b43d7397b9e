import type { ToWatcher } from '../protocol.ts';
import { predictMenu, seenLast } from './predict.ts';
import { serveAs } from './serve.ts';
import { sight } from './sight.ts';

/** Runs in every frame once the person has given access: remembers what was under the pointer. Small; the finder does the work. */
serveAs('watcher', (signal) => {
  predictMenu(signal);
  window.addEventListener(
    'contextmenu',
    (event) => {
      // A page can dispatch events of its own: what it points at is not what the person did.
      if (!event.isTrusted) return;
      const elements = event.composedPath().filter((target) => target instanceof Element);
      const images = elements.filter((element) => element instanceof HTMLImageElement);
      const sources = new Map(images.map((image) => [image, image.currentSrc || image.src]));
      sight.set({ elements, x: event.clientX, y: event.clientY, sources });
    },
    { capture: true, passive: true, signal },
  );
  const handlers: ToWatcher = { seen: () => ({ at: seenLast(), url: location.href }) };
  return { ...handlers };
});
