import type { ToFrame } from '../protocol.ts';
import { describe } from './find/describe.ts';
import { listImages } from './find/list.ts';
import { findPointed } from './find/pointed.ts';
import { lookAt } from './look.ts';
import { putOverlaysAway } from './overlays.ts';
import { placeOf } from './place.ts';
import { openRequest, readPart } from './read.ts';
import { serveAs } from './serve.ts';
import { viewOf } from './view.ts';

/** Images of one click that are told of. */
const MOST = 8;

/** Injected when a person first points at something in a frame: finds the image, and hands over what the frame may read. */
serveAs('finder', () => {
  const handlers: ToFrame = {
    find: (pointed) => findPointed(pointed).slice(0, MOST).map(describe),
    list: listImages,
    read: readPart,
    open: openRequest,
    look: lookAt,
    place: placeOf,
    view: viewOf,
    putAway: putOverlaysAway,
  };
  return { ...handlers };
});
