import { cellAt, GRID, type Looks, rowOf } from '../core/phash.ts';

/** What an image looks like, roughly. Read strip by strip: the pixels of a large one never lie in memory twice. */
export async function looksOf(bytes: Blob): Promise<Looks> {
  const image = await createImageBitmap(bytes);
  try {
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, Math.ceil(height / GRID) + 1);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const grid = Array.from({ length: GRID }, (_, row) => {
      const lines = cellAt(row, height);
      const [top, high] = [lines[0]?.at ?? 0, lines.length];
      // What shines through does so on white, as on most pages.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, high);
      context.drawImage(image, 0, top, width, high, 0, 0, width, high);
      return rowOf(context.getImageData(0, 0, width, high).data, width, lines);
    });
    return { grid: grid.flat(), ratio: width / height };
  } finally {
    image.close();
  }
}
