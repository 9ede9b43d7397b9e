/** What is believed of a page or a server, at most. */
export const LIMITS = {
  /** Bytes of one image (issue: ≤ 64 MB). */
  imageBytes: 64 * 1024 * 1024,
  /** Pixels of one image, checked before anything decodes it (a decoded pixel costs 4 bytes). */
  imagePixels: 100_000_000,
  /** Ms for all of one image to arrive. */
  imageTime: 30_000,
  /** Ms that a rule opens an address to a page's frame (way c), for the head of the answer to arrive. */
  openTime: 8_000,
  /** Ms for a page to answer a question; a page that is being left never does. */
  pageTime: 10_000,
  /** Ms for a frame within a page to list its images. */
  listTime: 5_000,
  /** Images of one page that are laid out to be picked from. */
  sweepImages: 5_000,
  /** Characters of all addresses of a page's images: some are the image itself. */
  sweepText: 48 * 1024 * 1024,
  /** Ms for all frames of a page to say where the pointer is: one that hangs holds nobody up. */
  seenTime: 1_000,
  /** Characters kept of what a page says: alt, title. */
  text: 2_000,
  /** Characters kept of an address; a `data:` address is cut far earlier. */
  address: 8_192,
  /** Bytes of a JSON answer: 100,000 EyePop assets of about 1 KB each. */
  jsonBytes: 128 * 1024 * 1024,
  /** Bytes of an answer whose content nobody needs. */
  silentBytes: 1024 * 1024,
  /** Characters of a settings file. */
  settings: 1_000_000,
  /** Bytes of an image that cross from a page in one message (base64 makes them 4/3 as many; the browser's limit is 64 MB). */
  messageBytes: 6 * 1024 * 1024,
} as const;

export function clip(text: string, length: number = LIMITS.text): string {
  if (text.length <= length) return text;
  // Half of a letter that takes two code units is none: a file with it could not be read as UTF-8.
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** An address as it is kept: a `data:` address says its type, not its content. */
export function clipAddress(url: string): string {
  return url.startsWith('data:') ? clip(url, 64) : clip(url, LIMITS.address);
}

/** What browsers send for an `<img>`: without it a server that negotiates would give another file than the one shown. */
export const IMAGE_ACCEPT = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';
