import type { Finder } from './finder.ts';

/** A canvas: what is drawn on it has no address. */
export const findCanvas: Finder = (element) => {
  if (!(element instanceof HTMLCanvasElement)) return [];
  const { width, height } = element;
  return width > 2 && height > 2 ? [{ kind: 'canvas', url: '', width, height, decoded: true, larger: [] }] : [];
};
