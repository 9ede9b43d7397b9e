import type { SweepOpening, SweepTold, ToSweep } from '../protocol.ts';
import { serveAs } from './serve.ts';
import { type Layer, openLayer } from './sweep/layer.ts';

/** Runs in the top frame, injected when a person first sweeps a page. */
serveAs('sweep', (signal) => {
  let layer: Layer | undefined;
  signal.addEventListener('abort', () => layer?.close());

  const openSweep = (opening: SweepOpening): boolean => {
    if (layer) return false;
    layer = openLayer(opening, ask, () => {
      layer = undefined;
    });
    return true;
  };
  const sweepTold = (told: SweepTold): boolean => {
    if (layer?.sweep !== told.sweep) return false;
    layer.tell(told);
    return true;
  };
  const handlers: ToSweep = { openSweep, sweepTold };
  return { ...handlers };
});

/** @returns false where Foil was updated, or is gone, or could not do it */
async function ask(name: string, ...args: unknown[]): Promise<unknown> {
  try {
    const reply = await chrome.runtime.sendMessage({ foil: name, args });
    return reply?.ok ? reply.value : false;
  } catch {
    return false;
  }
}
