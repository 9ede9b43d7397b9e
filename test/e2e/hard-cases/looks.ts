import type { Page } from 'playwright-core';
import type { Realm } from '../foil.ts';

/** Both pictures are made so small that a codec, a scale and a colour space no longer matter, but a scene does. */
const SIDE = 24;

/** The mean difference of a channel, of 255, up to which two pictures show the same. Those of two scenes differ by more than twice that. */
export const SAME_LOOKS = 8;

/** How far an original that Foil holds is from each of some pictures: the mean difference of its channels, from 0 to 255. */
export async function distances(foil: Realm, sha256: string, pictures: readonly Buffer[]): Promise<readonly number[]> {
  const call = { sha256, pictures: pictures.map((picture) => picture.toString('base64')), side: SIDE };
  return (await (foil as Page).evaluate(compare, call)) as number[];
}

/** Runs in a page of Foil's, and so must hold all that it uses. */
async function compare(call: { sha256: string; pictures: string[]; side: number }): Promise<number[]> {
  const { sha256, pictures, side } = call;
  const original = await new Promise<Blob>((resolve, reject) => {
    const opening = indexedDB.open('foil');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('originals').objectStore('originals').get(sha256);
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        resolve(reading.result.bytes);
        opening.result.close();
      };
    };
  });
  const shrink = async (blob: Blob) => {
    const bitmap = await createImageBitmap(blob, { resizeWidth: side, resizeHeight: side, resizeQuality: 'high' });
    const drawing = new OffscreenCanvas(side, side).getContext('2d');
    drawing?.drawImage(bitmap, 0, 0, side, side);
    return [...(drawing?.getImageData(0, 0, side, side).data ?? [])];
  };
  const shrinkText = (base64: string) =>
    shrink(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
  const [meant, ...all] = await Promise.all([shrink(original), ...pictures.map(shrinkText)]);
  return all.map(
    (other) => other.reduce((sum, value, at) => sum + Math.abs(value - (meant[at] ?? 0)), 0) / other.length,
  );
}
