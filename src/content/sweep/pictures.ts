import { showPicture } from './picture.ts';
import type { Tile } from './tile.ts';

/** Draws the pictures of tiles, one a frame: each may take the browser as long as decoding it does. */
export function drawInTurn(signal: AbortSignal) {
  const waiting = new Set<Tile>();
  let asked = false;
  const next = () => {
    asked = false;
    const [tile] = waiting;
    if (!tile || signal.aborted) return;
    waiting.delete(tile);
    if (tile.node.isConnected) showPicture(tile.picture, tile.item, Math.min(devicePixelRatio, 2));
    go();
  };
  const go = () => {
    if (waiting.size === 0 || asked) return;
    asked = true;
    requestAnimationFrame(next);
  };
  return {
    draw: (tile: Tile) => {
      waiting.add(tile);
      go();
    },
    leave: (tile: Tile) => void waiting.delete(tile),
  };
}
