/** Longest side of a thumbnail, in pixels: twice what the pop-up shows, for dense screens. */
export const THUMBNAIL_SIDE = 192;

/** A small WebP of an image, its proportions kept. Works where there is no document. */
export async function drawThumbnail(bytes: Blob): Promise<Blob> {
  const image = await createImageBitmap(bytes);
  try {
    const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(image.width, image.height));
    const canvas = new OffscreenCanvas(Math.max(1, image.width * scale), Math.max(1, image.height * scale));
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
  } finally {
    image.close();
  }
}
