import { LOOK_SIDE, type Look, lookFrom, parseLook } from '../../core/look.ts';
import type { Region } from '../../core/region.ts';
import { askFinder } from '../ask-finder.ts';
import { hostOf, isOnTheWeb, type Sought } from './acquired.ts';
import { type Photograph, photograph } from './photograph.ts';
import type { PlaceInTab } from './place-in-tab.ts';

/** How the page shows an image. */
export interface Seen {
  readonly look: Look;
  /** Which part of the image it is of. */
  readonly part: Region;
  /** Behind what is transparent lies the page, not white. */
  readonly onPage: boolean;
}

const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

/** Device pixels a side: what is smaller says too little. */
const LEAST = 48;

/** Pictures of the tab that may be waited for: a person who captures by the hundred shall not wait for looks. */
const MOST_WAITING = 2;

let waiting = 0;

/** Hosts whose pixels a page could not read: it need not try again. A cache. */
const unreadable = new Set<string>();

/** By its pixels where the page may read them; otherwise in a picture of the tab. Nothing where neither shows it as it is. */
export async function see(sought: Sought): Promise<Seen | undefined> {
  if (sought.found.key === '') return undefined;
  const look = await lookOnPage(sought);
  return look ? { look, part: WHOLE, onPage: false } : lookOnTab(sought);
}

async function lookOnPage({ found: { key, url }, frame, frameUrl }: Sought): Promise<Look | undefined> {
  const hosts = [url, frameUrl].map(hostOf).join(' ');
  if (unreadable.has(hosts)) return undefined;
  const look = parseLook(await askFinder(frame, 'look', { key, url }).catch(() => undefined));
  // Of its own host it may be another time: what hides it now is not whose it is.
  if (!look && isOnTheWeb(url) && hostOf(url) !== hostOf(frameUrl)) unreadable.add(hosts);
  return look;
}

async function lookOnTab(sought: Sought): Promise<Seen | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting += 1;
  const shot = await photograph(sought, shows)
    .catch(() => undefined)
    .finally(() => {
      waiting -= 1;
    });
  return shot && lookAt(shot);
}

function shows({ rect, plain }: PlaceInTab): boolean {
  return plain && Math.min(rect.width, rect.height) >= LEAST;
}

function lookAt({ picture, place: { rect, part } }: Photograph): Seen {
  const { x, y, width, height } = rect;
  try {
    return { look: lookFrom(drawSmall(picture, x, y, width, height)), part, onPage: true };
  } finally {
    picture.close();
  }
}

/** A part of a picture, in pixels, as `lookFrom` takes it. */
export function drawSmall(picture: ImageBitmap, ...part: readonly [number, number, number, number]): Uint8ClampedArray {
  const context = new OffscreenCanvas(LOOK_SIDE, LOOK_SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) return new Uint8ClampedArray(LOOK_SIDE ** 2 * 4);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, ...part, 0, 0, LOOK_SIDE, LOOK_SIDE);
  return context.getImageData(0, 0, LOOK_SIDE, LOOK_SIDE).data;
}
