import { Failure } from '../../core/failure.ts';
import { pictureTab } from '../../platform/tabs.ts';
import { askFinder } from '../ask-finder.ts';
import type { Sought } from './acquired.ts';
import { type PlaceInTab, placeInTab } from './place-in-tab.ts';

/** A picture of a tab, to be closed in the end, and where an image stands in it. */
export interface Photograph {
  readonly picture: ImageBitmap;
  readonly place: PlaceInTab;
}

/** Ms between two pictures: Chromium takes two a second at most. */
const PAUSE = 550;

/** When the next picture may be taken: a cache, since a background that starts anew is later than that. */
let next = 0;

/**
 * The visible tab without what Foil itself draws there.
 *
 * @throws Failure where the image is not seen, or moved meanwhile
 */
export function photograph(sought: Sought): Promise<Photograph> {
  return navigator.locks.request('picture', async () => {
    await new Promise((resolve) => setTimeout(resolve, next - Date.now()));
    const frames = [sought.frame, { ...sought.frame, frameId: 0 }];
    await Promise.all(frames.map((frame) => askFinder(frame, 'putAway', true)));
    try {
      return await takePicture(sought);
    } finally {
      next = Date.now() + PAUSE;
      await Promise.allSettled(frames.map((frame) => askFinder(frame, 'putAway', false)));
    }
  });
}

async function takePicture(sought: Sought): Promise<Photograph> {
  const place = await placeInTab(sought);
  const shot = await fetch(await pictureTab(sought.frame.tabId));
  const [picture, after] = await Promise.all([createImageBitmap(await shot.blob()), placeInTab(sought)]);
  const { tab } = place;
  // Something scrolled, or a bar of the browser's came: what is seen where is not known then.
  const fits = Math.abs(picture.width - tab.width) < 2 && Math.abs(picture.height - tab.height) < 2;
  if (fits && JSON.stringify(after) === JSON.stringify(place)) return { picture, place };
  picture.close();
  throw new Failure('image-unreachable');
}
