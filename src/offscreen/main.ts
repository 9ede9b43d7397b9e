import { serveOffscreen } from '../platform/messaging.ts';
import { rasterise } from './rasterise.ts';

/** A document that nobody sees, for what a worker cannot do. In Chromium an offscreen document, in Firefox a frame of the event page. */
serveOffscreen({ rasterise });
