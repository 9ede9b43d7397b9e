import { type Acquired, bytesOf, type Rung, type Sought, standsIn } from './acquired.ts';
import { photograph } from './photograph.ts';

/** Way e: cut out of a picture of the tab, at device pixels. The last resort: no access to any site is needed for it. */
export const screenshot: Rung = { way: 'screenshot', applies: standsIn, get: cutOut };

async function cutOut(sought: Sought): Promise<Acquired> {
  const { picture, place } = await photograph(sought, ({ whole }) => whole);
  try {
    const { x, y, width, height } = place.rect;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(picture, x, y, width, height, 0, 0, width, height);
    return { bytes: await bytesOf(await canvas.convertToBlob()), status: 0 };
  } finally {
    picture.close();
  }
}
