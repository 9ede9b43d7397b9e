import { readFileSync } from 'node:fs';

const TYPES: readonly [ending: RegExp, type: string][] = [
  [/\.jpg$/, 'image/jpeg'],
  [/\.png$/, 'image/png'],
  [/\.webp$/, 'image/webp'],
  [/\.avif$/, 'image/avif'],
  [/\.gif$/, 'image/gif'],
  [/\.svg$/, 'image/svg+xml'],
  [/\.bmp$/, 'image/bmp'],
  [/\.ico$/, 'image/x-icon'],
];

/** The photographs that pages show, by their names in `test/site/photos`. */
export const PHOTOS = [
  ...['lemur.jpg', 'pika.jpg', 'red-panda.jpg', 'espresso.jpg', 'kitten-wool.jpg', 'kitten-planks.jpg'],
  ...['garden-planks.jpg', 'tortoiseshell-512.jpg', 'tortoiseshell-1024.jpg', 'chelsea.png', 'cushion.webp'],
] as const;

const FIXTURES = 'test/fixtures/images';

/**
 * A photograph as one page's server has it, or a small picture of another format. A JPEG carries the page's name as a comment
 * (ITU T.81, B.2.4.5): no two pages have the same bytes, so that none can be right by the bytes of another.
 */
export function pictureOf(page: string, file: string): Buffer {
  const isPhoto = PHOTOS.some((photo) => photo === file);
  const bytes = readFileSync(`${isPhoto ? 'test/site/photos' : FIXTURES}/${file}`);
  if (!isPhoto || !file.endsWith('.jpg')) return bytes;
  const name = Buffer.from(page);
  const head = Buffer.from([0xff, 0xfe, 0, name.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), head, name, bytes.subarray(2)]);
}

export function typeOf(file: string): string {
  return TYPES.find(([ending]) => ending.test(file))?.[1] ?? 'application/octet-stream';
}

/** A GIF of one transparent pixel. */
export const SPACER = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
