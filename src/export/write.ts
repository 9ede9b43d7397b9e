import { makeZip } from 'client-zip';
import { exportEntries, NOTHING, type Source, type Written } from './entries.ts';
import { inBatches } from './in-batches.ts';
import { openPlace, type Place } from './place.ts';

export interface Exported {
  readonly written: Written;
  readonly file: File;
  readonly place: Place;
}

/**
 * Writes a project into a ZIP on the disk, as fast as the disk takes it and no faster. What was begun is removed when it
 * fails or `source.signal` ends it.
 *
 * @throws DOMException `QuotaExceededError` when the disk is full, `AbortError` when it was ended
 */
export async function writeExport(source: Source): Promise<Exported> {
  let written = NOTHING;
  const onProgress = (now: Written) => {
    written = now;
    source.onProgress(now);
  };
  const place = await openPlace();
  try {
    const zip = makeZip(exportEntries({ ...source, onProgress }));
    await zip.pipeThrough(inBatches()).pipeTo(await place.handle.createWritable(), { signal: source.signal });
    return { written, file: await place.handle.getFile(), place };
  } catch (error) {
    await place.discard();
    throw error;
  }
}
