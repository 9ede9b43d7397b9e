import type { Marking, ToRegion } from '../protocol.ts';
import { elementOf, hasChanged } from './elements.ts';
import { openOverlay } from './region/overlay.ts';
import { paintedBy } from './region/painted.ts';
import { PageFailure, serveAs } from './serve.ts';

/** Injected into the image's own frame when a part of it is to be marked. */
serveAs('region', (signal) => {
  let close = () => {};
  signal.addEventListener('abort', () => close());

  const mark = (marking: Marking): number | undefined => {
    close();
    const image = elementOf(marking.key);
    if (!image?.isConnected) throw new PageFailure('image-not-found');
    if (hasChanged(marking.key, image)) throw new PageFailure('image-changed');
    const isThere = () => (hasChanged(marking.key, image) ? undefined : paintedBy(image, marking.url, marking));
    if (!isThere()) throw new PageFailure('part-impossible');
    // A frame that goes on would be another one when it is read.
    const moment = image instanceof HTMLVideoElement ? holdStill(image) : undefined;
    close = openOverlay(marking, isThere);
    return moment;
  };
  const handlers: ToRegion = { mark };
  return { ...handlers };
});

function holdStill(video: HTMLVideoElement): number {
  video.pause();
  return video.currentTime;
}
