import { createHash } from 'node:crypto';
import type { Capture } from '../../src/core/capture.ts';
import type { Tag } from '../../src/core/tag.ts';
import { makeCapture } from '../make-capture.ts';
import { png } from '../servers/eyepop/test-client.ts';

export interface Picture {
  readonly capture: Capture;
  readonly original: Blob;
}

/** A picture and its capture; another for each name. */
export function picture(tag: Tag, name = 'picture'): Picture {
  const bytes = Uint8Array.from(png(640, 480, name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    capture: makeCapture({ id: `capture of ${name}`, sha256, tag }),
    original: new Blob([bytes], { type: 'image/png' }),
  };
}
