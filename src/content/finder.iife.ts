import type { Found } from '../core/found.ts';
import { clip, LIMITS } from '../core/limits.ts';
import type { Pointed, ToFrame } from '../protocol.ts';
import { keyOf } from './elements.ts';
import { findShown, type Shown } from './find/chain.ts';
import { lookAt } from './look.ts';
import { putOverlaysAway } from './overlays.ts';
import { placeOf, viewOf } from './place.ts';
import { openRequest, readPart } from './read.ts';
import { findRights } from './rights/find-rights.ts';
import { serveAs } from './serve.ts';
import { sight } from './sight.ts';

/** Injected when a person first points at something in a frame: finds the image, and hands over what the frame may read. */
serveAs('finder', () => {
  const handlers: ToFrame = {
    find: (pointed) => findPointed(pointed).map(describe),
    list: () => [],
    read: readPart,
    open: openRequest,
    look: lookAt,
    place: placeOf,
    view: viewOf,
    putAway: putOverlaysAway,
  };
  return { ...handlers };
});

/** What is shown, and by what. */
type Pictured = Shown & { readonly element: Element };

/** The menu's own address can be wrong (HARD-CASES.md); it counts where it names something, and for an old click. */
function findPointed({ srcUrl, live }: Pointed): Pictured[] {
  const shown = shownThen();
  const named = shown?.url === srcUrl ? shown : findBySource(srcUrl);
  const meant = named ?? (live ? shown : undefined);
  return meant ? [meant] : [];
}

/** What an element showed the moment the menu opened: a page may show something else while it is open. */
function shownThen(): Pictured | undefined {
  const [element] = sight.get()?.elements ?? [];
  const shown = element && findShown(element);
  return shown && { ...shown, element, url: sight.get()?.sources.get(element) ?? shown.url };
}

/** For a menu that was opened before this script was there: any element that shows the address shows the picture. */
function findBySource(srcUrl: string): Pictured | undefined {
  const same = [...document.images].find((image) => image.currentSrc === srcUrl || image.src === srcUrl);
  const shown = same && findShown(same);
  return shown && { ...shown, element: same };
}

function describe({ element, ...shown }: Pictured): Found {
  return {
    ...shown,
    ...{ key: keyOf(element), kind: 'image', caption: '', linkUrl: '', larger: [] },
    rights: findRights(element, shown.url),
    alt: clip(shown.alt),
    title: clip(document.title),
    frameUrl: clip(location.href, LIMITS.address),
    readable: isReadable(shown.url),
    decoded: shown.width > 0,
  };
}

/** Way a: what the frame itself may read without anybody's leave. */
function isReadable(url: string): boolean {
  return /^(data|blob):/i.test(url) || (URL.canParse(url) && new URL(url).origin === location.origin);
}
