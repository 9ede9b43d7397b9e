import type { Page } from 'playwright-core';
import { LOOK_SIDE, type Look, lookFrom } from '../../src/core/look.ts';

/** How a stored original looks, or a picture of the test's own, by the browser's own decoder. */
export async function lookOf(foil: Page, picture: { sha256: string } | { bytes: Buffer }): Promise<Look> {
  const given = 'bytes' in picture ? { base64: picture.bytes.toString('base64') } : picture;
  const rgba = await foil.evaluate(drawSmall, { ...given, side: LOOK_SIDE });
  return lookFrom(new Uint8ClampedArray(Buffer.from(rgba, 'latin1')));
}

async function drawSmall({ side, ...given }: { side: number; sha256?: string; base64?: string }): Promise<string> {
  const original = async () => {
    const opening = indexedDB.open('foil');
    const done = (request: IDBRequest) => new Promise((resolve) => request.addEventListener('success', resolve));
    await done(opening);
    const reading = opening.result
      .transaction('originals')
      .objectStore('originals')
      .get(given.sha256 ?? '');
    await done(reading);
    opening.result.close();
    return reading.result.bytes as Blob;
  };
  const bytes = given.base64 ? Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0)) : undefined;
  const bitmap = await createImageBitmap(bytes ? new Blob([bytes]) : await original());
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0, side, side);
  // A string crosses to the test a hundred times faster than so many numbers.
  return Array.from(context?.getImageData(0, 0, side, side).data ?? [], (value) => String.fromCharCode(value)).join('');
}

/** A picture at another size, as JPEG. */
export async function scaled(foil: Page, picture: Buffer, scale: number): Promise<Buffer> {
  const drawn = await foil.evaluate(drawScaled, { base64: picture.toString('base64'), scale });
  return Buffer.from(drawn.replace(/^[^,]*,/, ''), 'base64');
}

async function drawScaled({ base64, scale }: { base64: string; scale: number }): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: bitmap.width * scale, height: bitmap.height * scale });
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.9);
}
