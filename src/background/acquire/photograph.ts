import { Failure } from '../../core/failure.ts';
import { isInFront, pictureTab } from '../../platform/tabs.ts';
import { askFinder } from '../ask-finder.ts';
import type { Sought } from './acquired.ts';
import { type PlaceInTab, placeInTab } from './place-in-tab.ts';

/** A picture of a tab, to be closed in the end, and where an image stands in it. */
export interface Photograph {
  readonly picture: ImageBitmap;
  readonly place: PlaceInTab;
}

/** Chromium takes two pictures in so many ms at most, and a few more pass before it counts one. */
const TWO_IN = 1_050;

/** When the last two were taken: a cache, since a background that starts anew is later than that. */
let taken: readonly [number, number] = [0, 0];

/**
 * The visible tab without what Foil itself draws there.
 *
 * @param serves whether a picture of an image at this place is of use; otherwise none is taken
 * @throws Failure where it is not, or where the image is not seen, or moved meanwhile
 */
export async function photograph(sought: Sought, serves: (place: PlaceInTab) => boolean): Promise<Photograph> {
  // Asked before anybody waits: most images of a sweep are out of sight.
  if (!(await isInFront(sought.frame.tabId)) || !serves(await placeInTab(sought)))
    throw new Failure('image-unreachable');
  return navigator.locks.request('picture', async () => {
    await new Promise((resolve) => setTimeout(resolve, taken[0] + TWO_IN - Date.now()));
    const frames = [sought.frame, { ...sought.frame, frameId: 0 }];
    await Promise.all(frames.map((frame) => askFinder(frame, 'putAway', true)));
    try {
      return await takePicture(sought, serves);
    } finally {
      taken = [taken[1], Date.now()];
      await Promise.allSettled(frames.map((frame) => askFinder(frame, 'putAway', false)));
    }
  });
}

async function takePicture(sought: Sought, serves: (place: PlaceInTab) => boolean): Promise<Photograph> {
  const place = await placeInTab(sought);
  const shot = await fetch(await pictureTab(sought.frame.tabId));
  const [picture, after] = await Promise.all([createImageBitmap(await shot.blob()), placeInTab(sought)]);
  const { tab } = place;
  // Something scrolled, or a bar of the browser's came: what is seen where is not known then.
  const fits = Math.abs(picture.width - tab.width) < 2 && Math.abs(picture.height - tab.height) < 2;
  if (fits && serves(place) && JSON.stringify(after) === JSON.stringify(place)) return { picture, place };
  picture.close();
  throw new Failure('image-unreachable');
}
