import type { ToOffscreen } from '../protocol.ts';

/**
 * Draws an SVG as an image: nothing in it runs, and nothing outside of it is loaded (SVG 2, 2.7, "secure static mode").
 *
 * @returns a PNG in a `data:` address
 */
export const rasterise: ToOffscreen['rasterise'] = async (svg, width, height) => {
  const image = new Image(width, height);
  image.src = svg;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL();
};
