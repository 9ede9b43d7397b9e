/** Bytes within which a format says that it moves. */
const HEAD = 4_096;

/** What each format writes where a picture has more than one frame (GIF by Netscape's loop, PNG, WebP, AVIF). */
const MARKS = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'acTL', 'ANIM', 'ftypavis'];

/** Whether a picture may show something else a moment later. Looks at marks alone: a still one may be taken for a moving one. */
export function mayMove(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  return MARKS.some((mark) => head.includes(mark));
}
