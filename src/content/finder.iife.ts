import type { Found } from '../core/found.ts';
import { clip, LIMITS } from '../core/limits.ts';
import type { ToFrame } from '../protocol.ts';
import { findShown, type Shown } from './find/chain.ts';
import { readPart } from './read.ts';
import { serveAs } from './serve.ts';

/** Runs in every frame once the person has given access, and on demand before: remembers where the menu was opened. */
serveAs('finder', (signal) => {
  let shown: Shown | undefined;
  window.addEventListener(
    'contextmenu',
    (event) => {
      // A page can dispatch events of its own: what it points at is not what the person did.
      if (event.isTrusted) shown = shownBy(event.composedPath()[0]);
    },
    { capture: true, passive: true, signal },
  );
  const handlers: ToFrame = {
    find: (srcUrl, live) => {
      // The menu's own address can be wrong (HARD-CASES.md); it counts where it names something, and for an old click.
      const named = shown?.url === srcUrl ? shown : findBySource(srcUrl);
      const meant = named ?? (live ? shown : undefined);
      return meant && describe(meant);
    },
    read: readPart,
  };
  return { ...handlers };
});

/** What an element shows the moment the menu opens: a page may show something else while it is open. */
function shownBy(target: EventTarget | undefined): Shown | undefined {
  return target instanceof Element ? findShown(target) : undefined;
}

/** For a menu that was opened before this script was there: any element that shows the address shows the picture. */
function findBySource(srcUrl: string): Shown | undefined {
  const same = [...document.images].find((image) => image.currentSrc === srcUrl || image.src === srcUrl);
  return same && findShown(same);
}

function describe(shown: Shown): Found {
  return {
    ...shown,
    alt: clip(shown.alt),
    title: clip(document.title),
    frameUrl: clip(location.href, LIMITS.address),
    readable: isReadable(shown.url),
  };
}

/** Way a: what the frame itself may read without anybody's leave. */
function isReadable(url: string): boolean {
  return /^(data|blob):/i.test(url) || (URL.canParse(url) && new URL(url).origin === location.origin);
}
