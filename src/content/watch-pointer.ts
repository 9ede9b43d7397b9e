import { elementsAt } from './elements-at.ts';
import { glimpse } from './glimpse.ts';
import { pointer, type Spot, sight } from './sight.ts';

/** Elements of which it is remembered what they showed. */
const MOST = 24;

/** Between a press and the menu that it opens: a finger rests for a while, a hand trembles. In ms and CSS pixels. */
const ONE_GESTURE = { time: 2_000, distance: 10 };

/**
 * Remembers where the pointer is and what it was pressed on, before any script of the page learns of it: pages swallow the
 * events, and change what is shown. They can also make events, which are not what the person did.
 */
export function watchPointer(signal: AbortSignal): void {
  const listen = (type: 'pointermove' | 'pointerdown' | 'contextmenu', act: (spot: Spot, target: Element[]) => void) =>
    window.addEventListener(
      type,
      (event) =>
        event.isTrusted &&
        act(
          spotOf(event),
          event.composedPath().filter((one) => one instanceof Element),
        ),
      { capture: true, passive: true, signal },
    );
  listen('pointermove', (spot) => pointer.set(spot));
  listen('pointerdown', remember);
  listen('contextmenu', (spot, path) => {
    // What was there at the press is what the person saw: the page may have reacted to that already.
    if (!isSameGesture(sight.get(), spot)) remember(spot, path);
  });
}

function spotOf({ clientX: x, clientY: y, screenX, screenY }: MouseEvent): Spot {
  return { x, y, frameX: screenX - x, frameY: screenY - y, at: Date.now() };
}

function remember(spot: Spot, path: readonly Element[]): void {
  const stack = elementsAt(spot.x, spot.y);
  // A menu that was opened by key is about an element, wherever the pointer is.
  const [target] = path;
  const elements = target && !stack.includes(target) ? [target, ...stack] : stack;
  pointer.set(spot);
  sight.set({ ...spot, elements, glimpses: new Map(elements.slice(0, MOST).map((one) => [one, glimpse(one)])) });
}

function isSameGesture(press: Spot | undefined, menu: Spot): boolean {
  if (!press || menu.at - press.at > ONE_GESTURE.time) return false;
  return Math.hypot(menu.x - press.x, menu.y - press.y) <= ONE_GESTURE.distance;
}
