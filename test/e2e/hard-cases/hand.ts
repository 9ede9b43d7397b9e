import type { Display } from '../harness/display.ts';
import { until } from '../harness/until.ts';

/** In pixels: of the window's page, or of the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs in every document before its own scripts, which may keep events to themselves: notes that the pointer came. */
export const NOTE_POINTER = `
  globalThis.pointerCame = false;
  addEventListener('pointermove', () => { globalThis.pointerCame = true; }, true);`;

/** In a sandboxed frame no listener is heard. */
const CAME = "pointerCame || (origin === 'null' && document.querySelector(':hover') !== null)";

/** A frame of either browser's driver. */
export interface Frame {
  evaluate(script: string): Promise<unknown>;
}

/** The place of an element's point in the window's page: the box is in the page's own pixels, which a zoom makes larger. */
export async function placeIn(
  frame: Frame,
  box: { x: number; y: number; width: number; height: number },
  [across, down]: readonly [number, number] = [0.5, 0.5],
): Promise<Point> {
  const zoom = Number(await frame.evaluate('devicePixelRatio'));
  return { x: (box.x + box.width * across) * zoom, y: (box.y + box.height * down) * zoom };
}

/** Moves the screen's own pointer there, from beside it, and waits until the frame knows. */
export async function moveTo(display: Display, frame: Frame, corner: Point, place: Point): Promise<void> {
  const [x, y] = [Math.round(corner.x + place.x), Math.round(corner.y + place.y)];
  await display.xdotool('mousemove', String(x - 30), String(y - 10));
  await frame.evaluate('pointerCame = false');
  await until('the pointer comes', async () => {
    // Chromium loses a move that comes while a page is being drawn for the first time. A hand is never quite still.
    await display.xdotool('mousemove', String(x - 2), String(y), 'mousemove', String(x), String(y));
    return frame.evaluate(CAME);
  });
}

export async function rightClick(display: Display): Promise<void> {
  await display.xdotool('click', '3');
}
